package org.voorwerp.server.submission.upload;

import java.io.IOException;
import java.io.InputStream;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.TooLarge;

/// A request's body as it comes over the wire: counted, limited and digested.
final class WireInput extends BlockInput {

    private final InputStream in;
    private final ContentDigest digests;
    private final long limit;
    private long bytes;

    WireInput(InputStream in, ContentDigest digests, long limit) {
        this.in = in;
        this.digests = digests;
        this.limit = limit;
    }

    /// How many bytes came so far.
    long bytes() {
        return bytes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = readOrRefuse(buffer, offset, length);
        if (read > 0) {
            bytes += read;
            if (bytes > limit) {
                throw new TooLarge("The body has more than the " + limit + " bytes that this challenge's files need.");
            }
            digests.update(buffer, offset, read);
        }
        return read;
    }

    private int readOrRefuse(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            // The client went away or fell silent. Nobody may be there to read this, but it is not our fault.
            throw new Invalid("The body ended before it was complete.");
        }
    }

    /// Reads to the end.
    void drain() throws IOException {
        var buffer = new byte[8192];
        while (read(buffer, 0, buffer.length) >= 0) {}
    }

    /// @throws DigestMismatch if what was read is not what was announced
    void verify() {
        digests.verify();
    }
}
