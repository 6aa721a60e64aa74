package org.voorwerp.server.submission.upload;

import java.io.IOException;
import java.io.InputStream;
import org.voorwerp.server.http.TooLarge;

/// Decompressed bytes, of which there may be only so many, and only so many times what came over the wire: a few
/// kilobytes that unfold to gigabytes are an attack.
final class BoundedInput extends BlockInput {

    /// No table of predictions is compressed a hundredfold.
    private static final int LARGEST_RATIO = 100;

    /// Up to here nothing is asked about the ratio.
    private static final long HARMLESS = 100 * 1024;

    private final InputStream in;
    private final WireInput wire;
    private final long limit;
    private long bytes;

    BoundedInput(InputStream in, WireInput wire, long limit) {
        this.in = in;
        this.wire = wire;
        this.limit = limit;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        bytes += Math.max(read, 0);
        if (bytes > limit) {
            throw new TooLarge("The file has more than the " + limit + " bytes that this challenge's files need.");
        }
        if (bytes > HARMLESS && bytes / LARGEST_RATIO > wire.bytes()) {
            throw new TooLarge("The file unfolds to more than " + LARGEST_RATIO
                    + " times its compressed size, as no table of predictions does; send it uncompressed.");
        }
        return read;
    }
}
