package org.voorwerp.server.metric.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The beginning and the end of a stream that may be endless: all of it is read, so that nobody waits for room to
/// write.
final class BoundedLog {

    private static final int HEAD = 1 << 11;
    private static final int TAIL = 1 << 13;

    private final byte[] head = new byte[HEAD];
    private final byte[] tail = new byte[TAIL];
    private long count;

    void drain(InputStream in) {
        var block = new byte[1 << 13];
        try {
            for (int read; (read = in.read(block)) >= 0; ) {
                add(block, read);
            }
        } catch (IOException e) {
            // The writer was ended: what there is of its log is there.
        }
    }

    private synchronized void add(byte[] block, int length) {
        for (int i = 0; i < length; i++, count++) {
            if (count < HEAD) {
                head[(int) count] = block[i];
            } else {
                tail[(int) ((count - HEAD) % TAIL)] = block[i];
            }
        }
    }

    synchronized String text() {
        if (count <= HEAD) {
            return text(head, (int) count);
        }
        long rest = count - HEAD;
        var end = new byte[(int) Math.min(rest, TAIL)];
        for (int i = 0; i < end.length; i++) {
            end[i] = tail[(int) ((rest - end.length + i) % TAIL)];
        }
        long missing = rest - end.length;
        var gap = missing == 0 ? "" : "\n[" + missing + " bytes left out]\n";
        return text(head, HEAD) + gap + text(end, end.length);
    }

    /// Control characters could play tricks on whoever reads it.
    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
    }
}
