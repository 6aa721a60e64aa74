package org.voorwerp.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how many bytes were read.
final class ToldStream extends FilterInputStream {

    private final LongConsumer progress;
    private long bytes;

    ToldStream(InputStream in, LongConsumer progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        told(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        told(Math.max(0, read));
        return read;
    }

    private void told(int read) {
        bytes += read;
        progress.accept(bytes);
    }
}
