package org.voorwerp.server.leaderboard;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/// Many readers of one address, a process of their own so that none of what they cost is the server's. Each has a
/// connection and a timetable: its requests fall due at a fixed interval, whether the one before was answered or not,
/// and what is timed begins when a request fell due. So a server that stands still for a second makes every request
/// late that fell due meanwhile, and not only those that happened to be on their way. One thread and one selector serve
/// all of them; how late that thread itself was is told beside, since the server cannot be blamed for it.
///
/// Arguments: address, readers, reads a second (0 for as many as they get), seconds, further header lines.
final class BoardReaders {

    private static final int LARGEST_ANSWER = 1 << 18;

    private final InetSocketAddress server;
    private final ByteBuffer request;
    private final long interval;
    private final PriorityQueue<Reader> due = new PriorityQueue<>((a, b) -> Long.compare(a.due, b.due));
    private final Times times = new Times();
    private final Times ownDelays = new Times();
    private long bytes;

    private BoardReaders(URI address, int readers, int rate, String headers) {
        this.server = new InetSocketAddress(address.getHost(), address.getPort());
        this.interval = rate == 0 ? 0 : 1_000_000_000L * readers / rate;
        this.request =
                ByteBuffer.wrap(("GET " + address.getPath() + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        int readers = Integer.parseInt(arguments[1]);
        int rate = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        var headers = new StringBuilder();
        for (var header : Arrays.asList(arguments).subList(4, arguments.length)) {
            headers.append(header).append("\r\n");
        }
        var all = new BoardReaders(URI.create(arguments[0]), readers, rate, headers.toString());
        System.out.println(all.read(readers, seconds));
    }

    private String read(int readers, double seconds) throws IOException {
        try (var selector = Selector.open()) {
            var open = new ArrayList<Reader>();
            long from = System.nanoTime() + 100_000_000;
            var random = new Random(1);
            for (int i = 0; i < readers; i++) {
                var reader = new Reader(selector, from + (long) (random.nextDouble() * interval));
                open.add(reader);
                due.add(reader);
            }
            long until = from + (long) (seconds * 1e9);
            for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
                for (var next = due.peek(); next != null && next.due <= now; next = due.peek()) {
                    due.remove();
                    ownDelays.add(now - Math.max(next.due, next.free));
                    next.ask();
                }
                var next = due.peek();
                long wait = next == null ? until - now : Math.min(next.due, until) - System.nanoTime();
                // The selector waits for whole milliseconds; what is less is spent asking it again.
                if (wait < 1_000_000) {
                    selector.selectNow();
                } else {
                    selector.select(wait / 1_000_000);
                }
                for (var ready : selector.selectedKeys()) {
                    ((Reader) ready.attachment()).receive();
                }
                selector.selectedKeys().clear();
            }
            // Those still waited for have waited so long at least.
            long end = System.nanoTime();
            open.stream().filter(reader -> reader.isAsking).forEach(reader -> times.add(end - reader.due));
            for (var reader : open) {
                reader.channel.close();
            }
        }
        return String.format(
                Locale.ROOT,
                "%d readers: %.0f reads a second of %.1f kB, half under %.1f ms, 99 %% under %.1f ms, all under %.0f ms"
                        + " (they themselves were late by under %.1f ms in 99 %%)",
                readers,
                times.count / seconds,
                bytes / 1e3 / Math.max(1, times.count),
                times.quantile(0.5),
                times.quantile(0.99),
                times.quantile(1),
                ownDelays.quantile(0.99));
    }

    private final class Reader {

        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
        private long due;
        /// Since when it could have asked.
        private long free;
        private boolean isAsking;

        Reader(Selector selector, long due) throws IOException {
            channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            this.due = due;
        }

        void ask() throws IOException {
            var sent = request.duplicate();
            if (channel.write(sent) == 0 || sent.hasRemaining()) {
                throw new IOException("a request did not fit into an empty connection");
            }
            isAsking = true;
            answer.clear();
        }

        void receive() throws IOException {
            if (channel.read(answer) < 0) {
                throw new EOFException("the server ended a connection");
            }
            if (isWhole()) {
                long now = System.nanoTime();
                times.add(now - due);
                bytes += answer.position();
                isAsking = false;
                free = now;
                due = interval == 0 ? now : due + interval;
                BoardReaders.this.due.add(this);
            }
        }

        /// Whether the answer has come to its end.
        private boolean isWhole() throws IOException {
            var text = new String(answer.array(), 0, Math.min(answer.position(), 2000), StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                return false;
            }
            if (text.startsWith("HTTP/1.1 304")) {
                return true;
            }
            if (!text.startsWith("HTTP/1.1 200")) {
                throw new IOException(text);
            }
            var length = "\r\ncontent-length: ";
            int at = text.toLowerCase(Locale.ROOT).indexOf(length);
            if (at >= 0) {
                int from = at + length.length();
                return answer.position() >= head + 4 + Integer.parseInt(text.substring(from, text.indexOf('\r', from)));
            }
            var end = new String(answer.array(), answer.position() - 5, 5, StandardCharsets.ISO_8859_1);
            return end.equals("0\r\n\r\n");
        }
    }

    /// So many nanoseconds, as often as you like.
    private static final class Times {

        private long[] all = new long[1 << 16];
        private int count;

        void add(long time) {
            if (count == all.length) {
                all = Arrays.copyOf(all, 2 * count);
            }
            all[count++] = time;
        }

        double quantile(double share) {
            var sorted = Arrays.copyOf(all, count);
            Arrays.sort(sorted);
            return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, share * count)] / 1e6;
        }
    }
}
