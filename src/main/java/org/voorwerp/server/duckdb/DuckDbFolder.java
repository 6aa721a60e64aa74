package org.voorwerp.server.duckdb;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// What a process that uses DuckDB runs from: its class, DuckDB's classes, and beside them DuckDB's library for this
/// machine, unpacked once rather than at every start. All of it is public, so whoever runs the process can read it.
public final class DuckDbFolder {

    private static final String LIBRARY = "libduckdb_java.so_";

    private final Class<?> main;
    private @Nullable Path folder;

    /// @param main the program, which may use no class but its own and DuckDB's
    public DuckDbFolder(Class<?> main) {
        this.main = main;
    }

    /// What the process must see, under the paths that it has on the host.
    public Map<Path, String> visible() throws IOException {
        var java = Path.of(System.getProperty("java.home"));
        return Map.of(made(), made().toString(), java, java.toString());
    }

    /// How the process is started.
    public List<String> command() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx64m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                made().resolve("duckdb.jar") + ":" + made().resolve("classes"),
                main.getName());
    }

    private synchronized Path made() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            var fresh = Files.createTempDirectory("voorwerp-duckdb-");
            // Temporary folders are their owner's only.
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            copyClass(main, fresh.resolve("classes"));
            unpack(fresh);
            deleteAtExit(fresh);
            folder = fresh;
        }
        return folder;
    }

    private static void copyClass(Class<?> type, Path classes) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        var target = classes.resolve(name);
        Files.createDirectories(target.getParent());
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in), target);
        }
    }

    private static void unpack(Path fresh) throws IOException {
        try (var jar = new JarFile(jar().toFile());
                var classes = new JarOutputStream(Files.newOutputStream(fresh.resolve("duckdb.jar")))) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().equals(LIBRARY + platform())) {
                    try (var in = jar.getInputStream(entry)) {
                        Files.copy(in, fresh.resolve(entry.getName()));
                    }
                } else if (!entry.getName().startsWith(LIBRARY) && !entry.isDirectory()) {
                    classes.putNextEntry(new JarEntry(entry.getName()));
                    try (var in = jar.getInputStream(entry)) {
                        in.transferTo(classes);
                    }
                }
            }
        }
    }

    private static Path jar() {
        try {
            return Path.of(DuckDBConnection.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return "osx_universal";
        }
        var processor = System.getProperty("os.arch");
        return "linux_" + (processor.equals("aarch64") ? "arm64" : "amd64");
    }

    private static void deleteAtExit(Path fresh) throws IOException {
        try (var files = Files.walk(fresh)) {
            // In the reverse of this order.
            files.forEach(file -> file.toFile().deleteOnExit());
        }
    }
}
