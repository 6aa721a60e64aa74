package org.voorwerp.server.database;

import io.quarkus.runtime.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL of the server's own, its data kept in a folder, for those who configure none.
///
/// It listens on the loopback interface only, but there it trusts everybody: whoever has an account on the machine can
/// read it. Configure a database of your own where that matters.
final class EmbeddedPostgres {

    /// Survives Quarkus' class reloading, so that one PostgreSQL serves all restarts within a JVM. No key of the
    /// configuration: one that is unknown there would end the restart.
    private static final String RUNNING = "org.voorwerp.embedded-postgres.running-url";

    /// In place of a folder: data that need not outlive the process, for tests.
    static final String TEMPORARY = "temporary";

    private EmbeddedPostgres() {}

    /// The JDBC URL, starting PostgreSQL unless this JVM already did.
    ///
    /// @param folder where the data are kept; [#TEMPORARY] for a folder deleted at exit
    static synchronized String url(String folder) {
        var running = System.getProperty(RUNNING);
        if (running != null) {
            return running;
        }
        try {
            var url = start(folder);
            System.setProperty(RUNNING, url);
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private static String start(String folder) throws IOException {
        boolean temporary = folder.equals(TEMPORARY);
        var data = temporary
                ? Files.createTempDirectory("voorwerp-postgres")
                : Path.of(folder).toAbsolutePath();
        Files.createDirectories(data);
        var lock = lock(data);
        endOrphan(data.resolve("pg"));
        var postgres = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("pg"))
                .setCleanDataDirectory(temporary)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "300")
                // The library's defaults trade durability for speed; an acknowledged submission must survive.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, lock), "stop-embedded-postgres"));
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /// Two servers over one folder would end each other's database.
    private static FileLock lock(Path data) throws IOException {
        var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("another server uses " + data
                    + "; stop it, or give this one its own voorwerp.data-folder or a quarkus.datasource.jdbc.url");
        }
        return lock;
    }

    /// A server that was killed leaves its PostgreSQL running.
    private static void endOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var orphan = ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .command()
                        .filter(c -> c.endsWith("/postgres"))
                        .isPresent());
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("a PostgreSQL left behind (process " + pid + ") does not end", e);
            }
        }
    }

    private static void stop(io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres, FileLock lock) {
        try {
            var application = Application.currentApplication();
            if (application != null) {
                application.awaitShutdown();
            }
            postgres.close();
            lock.release();
        } catch (IOException e) {
            System.err.println("the embedded PostgreSQL did not stop cleanly: " + e.getMessage());
        }
    }
}
