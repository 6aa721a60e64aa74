package org.voorwerp.server.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes every mail, as far as SMTP is needed for that.
final class MailSink {

    private final ServerSocket listener;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    /// Whether mails are taken at present.
    volatile boolean taking = true;

    MailSink() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// Mails as they came, headers and body.
    List<String> mails() {
        return List.copyOf(mails);
    }

    private void accept() {
        while (true) {
            try {
                var socket = listener.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            var out = socket.getOutputStream();
            say(out, taking ? "220 sink" : "554 not now");
            String line;
            while ((line = in.readLine()) != null) {
                if (line.equalsIgnoreCase("DATA")) {
                    say(out, "354 go on");
                    var mail = new StringBuilder();
                    while ((line = in.readLine()) != null && !line.equals(".")) {
                        mail.append(line).append('\n');
                    }
                    mails.add(mail.toString());
                }
                say(out, line != null && line.equalsIgnoreCase("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            // Whoever sends has hung up.
        }
    }

    private static void say(java.io.OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
