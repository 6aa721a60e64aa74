package org.voorwerp.server.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A port behind which another one lies, until it is cut: then nobody answers there.
final class Forwarder {

    private final int port;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;
    private @Nullable Thread accepting;

    Forwarder(int port, int target) {
        this.port = port;
        this.target = target;
    }

    /// Does nothing where the line is not cut.
    void connect() throws IOException {
        if (listener != null) {
            return;
        }
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listener = socket;
        accepting = Thread.ofVirtual().start(() -> accept(socket));
    }

    void cut() throws IOException, InterruptedException {
        if (listener != null && accepting != null) {
            listener.close();
            // The port is free only when the thread that waits at it has noticed.
            accepting.join();
            listener = null;
        }
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                forward(socket.accept());
            } catch (IOException e) {
                // The line was cut.
                return;
            }
        }
    }

    private void forward(Socket from) throws IOException {
        Socket to;
        try {
            to = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            // Nobody listens there yet.
            from.close();
            return;
        }
        open.add(from);
        open.add(to);
        Thread.ofVirtual().start(() -> copy(from, to));
        Thread.ofVirtual().start(() -> copy(to, from));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has hung up, or the line was cut.
        }
    }
}
