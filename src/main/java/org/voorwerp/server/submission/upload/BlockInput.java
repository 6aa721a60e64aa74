package org.voorwerp.server.submission.upload;

import java.io.IOException;
import java.io.InputStream;

/// A stream that is read in blocks only: whatever else a stream offers comes down to that.
public abstract class BlockInput extends InputStream {

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;
}
