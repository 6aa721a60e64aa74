package org.voorwerp.server.challenge.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A pack as strangers send it: a zip archive, with challenge.yaml at its top or in its only top folder. Whatever could
/// harm the server is refused before anything is unpacked, and while unpacking nothing is believed that the archive
/// says of itself.
public final class ZipPack implements PackFiles, Closeable {

    /// What is said of the archive as a whole is said of this file.
    static final String ARCHIVE = "the archive";

    private final ZipFile zip;
    private final PackLimits limits;
    /// The files by their path in the pack.
    private final Map<String, ZipArchiveEntry> files;

    private ZipPack(ZipFile zip, PackLimits limits, Map<String, ZipArchiveEntry> files) {
        this.zip = zip;
        this.limits = limits;
        this.files = files;
    }

    /// Opens an archive and checks its directory.
    ///
    /// @throws PackRefused naming each entry that is not acceptable, and why
    public static ZipPack open(Path file, PackLimits limits) throws IOException {
        return open(file, limits, ZipPack::withoutWrapping);
    }

    /// Opens an archive that need not be a pack, with the same checks.
    ///
    /// @throws PackRefused as [#open]
    public static ZipPack ofAnything(Path file, PackLimits limits) throws IOException {
        return open(file, limits, files -> files);
    }

    private static ZipPack open(Path file, PackLimits limits, UnaryOperator<Map<String, ZipArchiveEntry>> inside)
            throws IOException {
        ZipDirectory.check(file, limits.entries());
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IOException | IllegalArgumentException e) {
            throw PackRefused.of(ARCHIVE, "this is no zip archive, or it is damaged: " + e.getMessage());
        }
        try {
            return new ZipPack(zip, limits, inside.apply(named(Collections.list(zip.getEntries()), limits)));
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Map<String, ZipArchiveEntry> named(List<ZipArchiveEntry> entries, PackLimits limits) {
        var findings = new PackFindings();
        var names = new EntryNames(findings);
        var files = new TreeMap<String, ZipArchiveEntry>();
        long bytes = 0;
        for (var entry : entries) {
            if (EntryNames.isOfNoConcern(entry.getName())) {
                continue;
            }
            names.check(entry);
            bytes += Math.max(0, entry.getSize());
            if (!entry.isDirectory()) {
                files.put(entry.getName(), entry);
            }
        }
        names.checkFoldersAgainst(files.keySet());
        if (bytes > limits.unpackedBytes()) {
            findings.add(new PackFinding(ARCHIVE, 0, 0, tooLarge(limits)));
        }
        if (!findings.isEmpty()) {
            throw new PackRefused(findings.list(), findings.count());
        }
        return files;
    }

    private static Map<String, ZipArchiveEntry> withoutWrapping(Map<String, ZipArchiveEntry> files) {
        if (files.containsKey(DEFINITION)) {
            return files;
        }
        var tops = files.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .distinct()
                .toList();
        if (tops.size() != 1 || !files.containsKey(tops.getFirst() + DEFINITION)) {
            throw PackRefused.of(
                    ARCHIVE, "there is no challenge.yaml at its top, nor in a single folder that holds everything");
        }
        var inside = new TreeMap<String, ZipArchiveEntry>();
        files.forEach((name, entry) -> inside.put(name.substring(tops.getFirst().length()), entry));
        return inside;
    }

    /// Inflates everything once, to see that each entry is what the directory says.
    ///
    /// @throws PackRefused if an entry is larger than said, too densely packed, or damaged
    public void verify() throws IOException {
        long unpacked = 0;
        for (var entry : files.values()) {
            unpacked += copy(entry, OutputStream.nullOutputStream(), unpacked);
        }
    }

    /// Writes all files into a folder.
    ///
    /// @throws PackRefused as [#verify]
    public void unpack(Path folder) throws IOException {
        long unpacked = 0;
        for (var file : files.entrySet()) {
            var target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder)) {
                throw new IllegalStateException("a name that leads outside was let through: " + file.getKey());
            }
            Files.createDirectories(target.getParent());
            try (var out = Files.newOutputStream(target)) {
                unpacked += copy(file.getValue(), out, unpacked);
            }
        }
    }

    private long copy(ZipArchiveEntry entry, OutputStream out, long before) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            long bytes = new EntryCopy(entry).copy(in, out);
            if (before + bytes > limits.unpackedBytes()) {
                throw PackRefused.of(ARCHIVE, tooLarge(limits));
            }
            return bytes;
        } catch (ZipException e) {
            throw PackRefused.of(entry.getName(), "it is damaged: " + e.getMessage());
        }
    }

    private static String tooLarge(PackLimits limits) {
        return "it unpacks to more than " + (limits.unpackedBytes() >> 20) + " MiB";
    }

    @Override
    public @Nullable InputStream open(String path) throws IOException {
        var entry = files.get(path);
        return entry == null ? null : zip.getInputStream(entry);
    }

    @Override
    public @Nullable InputStream openData(String slug, String path) throws IOException {
        return open("data/" + path);
    }

    @Override
    public boolean hasDataFolder(String slug, String path) {
        return files.keySet().stream().anyMatch(name -> name.startsWith("data/" + path + "/"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
