package org.voorwerp.server.metric.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs jobs and stops those that go beyond their limits.
///
/// What Linux bounds a process at a time, this bounds for all processes of a job together, by looking at them twenty
/// times a second: control groups would do it too, but a server in a container is seldom allowed to make any. Whatever
/// escapes both, the machine's memory running out ends the job, and should Linux have to end something first, it takes
/// the job.
public final class Sandbox {

    private static final int LOOK_MILLIS = 50;

    /// Below this share of the machine's memory no job goes on.
    private static final double LEAST_MEMORY = 0.05;

    /// Looked for once: what a server may do does not change while it runs.
    private static final Optional<String> PROBLEM = Bubblewrap.problem();

    private Sandbox() {}

    /// Why nothing can be confined here, and what to do about it; nothing if it can.
    public static Optional<String> problem() {
        return PROBLEM;
    }

    /// A new empty folder whose content a job can be shown.
    public static Path folder(String prefix) throws IOException {
        return Files.createTempDirectory(prefix);
    }

    /// Lets jobs read a folder and what is in it, and nobody else.
    public static void handOver(Path folder) throws IOException {
        if (!Bubblewrap.isRoot()) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", Bubblewrap.NOBODY);
            }
        }
    }

    /// Runs a job, with bubblewrap where it works.
    ///
    /// @throws IOException if it cannot be started
    public static Outcome run(Job job) throws IOException {
        var process = start(job);
        var log = new BoundedLog();
        var output = new BoundedOutput(job.limits().output());
        var threads = List.of(
                Thread.ofVirtual().start(() -> log.drain(process.getErrorStream())),
                Thread.ofVirtual().start(() -> output.drain(process.getInputStream())),
                Thread.ofVirtual().start(() -> feed(job.input(), process.getOutputStream())));
        try {
            var stopped = watch(process, job.limits(), output);
            process.waitFor();
            for (var thread : threads) {
                thread.join(1000);
            }
            return new Outcome(process.exitValue(), output.bytes(), log.text(), stopped);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a job ran", e);
        } finally {
            // With its first process bubblewrap ends all of a job's.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Process start(Job job) throws IOException {
        List<String> command;
        if (PROBLEM.isEmpty()) {
            command = Bubblewrap.command(job);
        } else {
            command = new ArrayList<>(Bubblewrap.isInstalled("prlimit") ? unconfined(job.limits()) : List.of());
            command.addAll(job.command());
        }
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(job.environment());
        return builder.start();
    }

    /// Without a namespace of its own the number of processes would count all of the server's.
    private static List<String> unconfined(Limits limits) {
        return Bubblewrap.limits(limits).stream()
                .filter(option -> !option.startsWith("--nproc"))
                .toList();
    }

    /// Waits for the end.
    ///
    /// @return why the job was stopped before; null if it was not
    private static @Nullable String watch(Process process, Limits limits, BoundedOutput output)
            throws InterruptedException {
        long end = System.nanoTime() + limits.time().toNanos();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            var reason = excess(process, limits, output, end);
            if (reason != null) {
                process.destroyForcibly();
                return reason;
            }
        }
        return output.isExceeded() ? tooMuch(limits) : null;
    }

    private static @Nullable String excess(Process process, Limits limits, BoundedOutput output, long end) {
        if (System.nanoTime() > end) {
            return "ran longer than the " + limits.time().toSeconds() + " seconds allowed";
        }
        if (output.isExceeded()) {
            return tooMuch(limits);
        }
        var used = ProcessTree.of(process.toHandle());
        if (used.memory() > limits.memory()) {
            return "used more than the " + (limits.memory() >> 20) + " MiB of memory allowed";
        }
        // Bubblewrap's own processes come on top.
        if (used.processes() > limits.processes() + 4) {
            return "started more than the " + limits.processes() + " processes allowed";
        }
        return ProcessTree.memoryLeft() < LEAST_MEMORY ? "was running when the server's memory ran out" : null;
    }

    private static String tooMuch(Limits limits) {
        return "answered more than the " + limits.output() + " bytes allowed";
    }

    private static void feed(Job.Input input, OutputStream out) {
        try (out) {
            input.writeTo(out);
        } catch (IOException e) {
            // It did not read to the end, which its outcome tells.
        }
    }

    /// What a job answers, as far as it may.
    private static final class BoundedOutput {

        private final long limit;
        private volatile byte[] bytes = {};
        private volatile boolean exceeded;

        BoundedOutput(long limit) {
            this.limit = limit;
        }

        void drain(InputStream in) {
            try {
                bytes = in.readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 8));
                exceeded = in.read() >= 0;
            } catch (IOException e) {
                // The writer was ended.
            }
        }

        byte[] bytes() {
            return bytes;
        }

        boolean isExceeded() {
            return exceeded;
        }
    }
}
