package org.voorwerp.server.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.voorwerp.server.submission.upload.BlockInput;

/// Writes down whatever is read through it.
final class KeepingInput extends BlockInput {

    private final InputStream in;
    private final OutputStream copy;

    KeepingInput(InputStream in, OutputStream copy) {
        this.in = in;
        this.copy = copy;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            keep(buffer, offset, read);
        }
        return read;
    }

    private void keep(byte[] buffer, int offset, int length) {
        try {
            copy.write(buffer, offset, length);
        } catch (IOException e) {
            throw Unavailable.of(e);
        }
    }
}
