package org.voorwerp.server.metric.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Puts the command of a job into a sandbox of bubblewrap: new namespaces for everything, so there is no network and no
/// other process; a file system of /usr read-only, what the job is to see, and folders in memory; no rights, and no way
/// to more; and few of Linux's system calls that are not for everyday use ([SystemCalls]). Inside, prlimit bounds each
/// process; the number of processes is bounded by Linux only for somebody who is
/// not root, so a server that runs as root becomes `nobody` first.
final class Bubblewrap {

    /// Nobody, on the host where the server is root, and inside always.
    static final int NOBODY = 65534;

    /// Besides /usr, what programs need to start: the links of Debian's alternatives and the linker's cache.
    private static final List<String> OF_ETC = List.of("/etc/alternatives", "/etc/ld.so.cache");

    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

    private static final List<String> OF_USR = List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");

    /// Read once: bubblewrap takes the filter from a descriptor, which a shell opens for it.
    private static final Optional<Path> FILTER = SystemCalls.filter();

    private static final String WITH_FILTER = "exec 9<\"$1\"; shift; exec \"$@\"";

    /// Descriptors open at a time in a process.
    private static final int FILES = 256;

    private Bubblewrap() {}

    /// What keeps bubblewrap from working here, or nothing.
    static Optional<String> problem() {
        return problem(FOLDERS);
    }

    /// @param folders where programs are looked for
    static Optional<String> problem(List<String> folders) {
        for (var tool : List.of("bwrap", "prlimit", "setpriv", "choom")) {
            if (!isInstalled(tool, folders)) {
                return Optional.of("there is no " + tool + " on this server; install Debian's packages bubblewrap and"
                        + " util-linux");
            }
        }
        try {
            var probe = start();
            probe.addAll(List.of("--proc", "/proc", "--dev", "/dev", "/usr/bin/true"));
            var process = new ProcessBuilder(probe).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readNBytes(500), StandardCharsets.UTF_8).strip();
            if (process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return Optional.empty();
            }
            process.destroyForcibly();
            return Optional.of("bubblewrap cannot make a sandbox on this server (" + said + "); Linux must allow user"
                    + " namespaces: see docs/run.md");
        } catch (IOException e) {
            return Optional.of("bubblewrap cannot be started on this server: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("looking for bubblewrap was interrupted");
        }
    }

    static boolean isInstalled(String tool) {
        return isInstalled(tool, FOLDERS);
    }

    private static boolean isInstalled(String tool, List<String> folders) {
        return folders.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /// The command that runs a job's command.
    static List<String> command(Job job) {
        var command = start();
        command.add("--clearenv");
        job.environment().forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        for (var folder :
                Stream.concat(Stream.of("/dev/shm"), job.scratch().stream()).toList()) {
            command.addAll(List.of("--size", Long.toString(job.limits().scratch()), "--tmpfs", folder));
        }
        job.visible().forEach((host, inside) -> command.addAll(List.of("--ro-bind", host.toString(), inside)));
        // Both are folders in memory without a bound of their own.
        command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        command.addAll(List.of("--chdir", job.folder()));
        command.addAll(limits(job.limits()));
        command.addAll(job.command());
        return command;
    }

    /// prlimit, and what it is to hold each process to.
    static List<String> limits(Limits limits) {
        return List.of(
                "/usr/bin/prlimit",
                "--as=" + limits.addresses(),
                "--nproc=" + limits.processes(),
                // Should whoever watches the clock die, this ends it.
                "--cpu=" + (2 + 2 * limits.time().toSeconds()),
                "--fsize=" + limits.scratch(),
                "--nofile=" + FILES,
                "--core=0",
                "--memlock=0",
                "--msgqueue=0",
                "--");
    }

    /// bubblewrap and its options for all jobs alike.
    private static List<String> start() {
        var command = new ArrayList<String>();
        FILTER.ifPresent(file -> command.addAll(List.of("/bin/sh", "-c", WITH_FILTER, "sh", file.toString())));
        command.addAll(asNobody());
        command.addAll(namespaces());
        FILTER.ifPresent(file -> command.addAll(List.of("--seccomp", "9")));
        return command;
    }

    private static List<String> asNobody() {
        var command = new ArrayList<>(List.of("choom", "-n", "1000", "--", "nice", "-n", "10"));
        if (isRoot()) {
            var nobody = Integer.toString(NOBODY);
            command.addAll(List.of("setpriv", "--reuid", nobody, "--regid", nobody, "--clear-groups"));
        }
        return command;
    }

    private static List<String> namespaces() {
        var nobody = Integer.toString(NOBODY);
        var command = new ArrayList<>(List.of("bwrap", "--unshare-user", "--unshare-all", "--disable-userns"));
        command.addAll(List.of("--uid", nobody, "--gid", nobody, "--hostname", "sandbox", "--cap-drop", "ALL"));
        command.addAll(List.of("--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr"));
        for (var name : OF_USR) {
            var path = Path.of("/", name);
            if (Files.isSymbolicLink(path)) {
                command.addAll(List.of("--symlink", "usr/" + name, path.toString()));
            } else if (Files.isDirectory(path)) {
                command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
            }
        }
        OF_ETC.forEach(path -> command.addAll(List.of("--ro-bind-try", path, path)));
        return command;
    }
}
