package org.voorwerp.server.submission.upload;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// The field `file` of a form, read while the form arrives: no temporary file, and the limits of any other upload.
/// The field `note` is noted in passing; other fields are passed over.
final class MultipartInput extends BlockInput {

    private static final String FILE = "file";
    private static final String NOTE = "note";

    /// How far a part's headers may reach, and how long a note may be.
    private static final int LONGEST_FIELD = 1 << 13;

    private final InputStream in;
    private final MultipartParser.ParseState parser;
    private final byte[] chunk = new byte[8192];
    private final Parts parts = new Parts();
    private final Ready ready = new Ready();
    private boolean ended;

    /// @throws Invalid if the content type names no boundary
    MultipartInput(InputStream in, MediaType type) {
        var boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw new Invalid("The Content-Type multipart/form-data needs its boundary.");
        }
        this.in = in;
        this.parser = MultipartParser.beginParse(
                parts, boundary.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8.name());
    }

    /// `Content-Disposition` of the field `file`.
    @Nullable
    String disposition() {
        return parts.disposition;
    }

    /// The field `note`; null where there is none or nothing in it.
    @Nullable
    String note() {
        var note = parts.note.toString(StandardCharsets.UTF_8).strip();
        return note.isEmpty() ? null : note;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (ready.isEmpty() && !ended) {
            advance();
        }
        return ready.isEmpty() ? -1 : ready.take(buffer, offset, length);
    }

    private void advance() throws IOException {
        int read = in.read(chunk, 0, chunk.length);
        if (read < 0) {
            ended = true;
            requireWhole();
            return;
        }
        try {
            parts.quiet += read;
            parser.parse(ByteBuffer.wrap(chunk, 0, read));
        } catch (MalformedMessageException e) {
            throw new Invalid("The body is not the multipart/form-data its Content-Type says.");
        }
        if (parts.quiet > LONGEST_FIELD + chunk.length) {
            throw new Invalid("A part of the form has headers of more than " + LONGEST_FIELD + " bytes.");
        }
    }

    private void requireWhole() {
        if (!parser.isComplete()) {
            throw new Invalid("The form ends before its closing boundary.");
        }
        if (parts.disposition == null) {
            throw new Invalid("The form has no field \"" + FILE + "\".");
        }
    }

    /// Told by the parser what it finds.
    private final class Parts implements MultipartParser.PartHandler {

        private final ByteArrayOutputStream note = new ByteArrayOutputStream();
        private @Nullable String current;
        private @Nullable String disposition;

        /// How much was read since the parser last said something.
        private int quiet;

        @Override
        public void beginPart(CaseInsensitiveMap<String> headers) {
            quiet = 0;
            var header = headers.getFirst("Content-Disposition");
            current = Disposition.parameter(header, "name");
            if (FILE.equals(current)) {
                if (disposition != null) {
                    throw new Invalid("The form has more than one field \"" + FILE + "\".");
                }
                disposition = header;
            }
        }

        @Override
        public void data(ByteBuffer data) {
            quiet = 0;
            if (FILE.equals(current)) {
                ready.put(data);
            } else if (NOTE.equals(current)) {
                if (note.size() + data.remaining() > LONGEST_FIELD) {
                    throw new Invalid("The field \"" + NOTE + "\" is too long.");
                }
                while (data.hasRemaining()) {
                    note.write(data.get());
                }
            }
        }

        @Override
        public void endPart() {
            quiet = 0;
            current = null;
        }
    }

    /// What was found in one chunk and not yet taken.
    private static final class Ready extends ByteArrayOutputStream {

        private int taken;

        boolean isEmpty() {
            return taken == count;
        }

        void put(ByteBuffer data) {
            if (isEmpty()) {
                reset();
                taken = 0;
            }
            while (data.hasRemaining()) {
                write(data.get());
            }
        }

        int take(byte[] buffer, int offset, int length) {
            int number = Math.min(length, count - taken);
            System.arraycopy(buf, taken, buffer, offset, number);
            taken += number;
            return number;
        }
    }
}
