package org.voorwerp.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packaged server as a process of its own, over a data folder that outlives it.
public final class PackagedServer implements AutoCloseable {

    private static final Path JAR = Path.of("..", "target", "server", "quarkus-app", "quarkus-run.jar");
    private static final Path PACKS = Path.of("..", "target", "challenges");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path data;
    private final Path console;
    private final int port;

    private PackagedServer(Process process, Path data, Path console, int port) {
        this.process = process;
        this.data = data;
        this.console = console;
        this.port = port;
    }

    /// Starts a server and waits until it is ready, the shipped packs published.
    ///
    /// @param options system properties, as `-Dname=value`
    public static PackagedServer start(Path data, String... options) throws IOException {
        return start(freePort(), data, options);
    }

    /// The same at a port that others know of already.
    public static PackagedServer start(int port, Path data, String... options) throws IOException {
        var console = Files.createTempFile("voorwerp-console", ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.port=" + port,
                "-Dvoorwerp.data-folder=" + data,
                "-Dvoorwerp.packs.folder=" + PACKS.toAbsolutePath().normalize()));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        var server = new PackagedServer(process, data, console, port);
        server.awaitReady(Duration.ofMinutes(3));
        return server;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /// Everything the server has printed.
    public String console() throws IOException {
        return Files.readString(console);
    }

    /// What a person starting the server copies from the console.
    public String organiserToken() throws IOException {
        return Files.readString(data.resolve("organiser-token")).strip();
    }

    /// A connection to the embedded database, past the server.
    public Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl(), "postgres", "postgres");
    }

    /// Options by which another server uses this one's database.
    public String[] sharingItsDatabase() throws IOException {
        return new String[] {
            "-Dquarkus.datasource.jdbc.url=" + databaseUrl(),
            "-Dquarkus.datasource.username=postgres",
            "-Dquarkus.datasource.password=postgres"
        };
    }

    private String databaseUrl() throws IOException {
        var postmaster =
                Files.readAllLines(data.resolve("postgres").resolve("pg").resolve("postmaster.pid"));
        return "jdbc:postgresql://localhost:" + postmaster.get(3).strip() + "/postgres";
    }

    /// SIGKILL: nothing is flushed, nobody is told.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /// SIGTERM, as an operator would.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server does not stop; it printed:\n" + console());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Duration limit) throws IOException {
        var deadline = Instant.now().plus(limit);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not become ready; it printed:\n" + console());
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(address() + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
