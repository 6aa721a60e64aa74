package org.voorwerp.server.challenge.pack;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.Excerpt;

/// Whether the entries of an archive can become files of a folder, each one of its own, without leaving it.
final class EntryNames {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 16;
    private static final int FILE_TYPE = 0170000;

    private final PackFindings findings;
    private final Map<String, String> byFoldedName = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    EntryNames(PackFindings findings) {
        this.findings = findings;
    }

    /// What macOS adds to archives.
    static boolean isOfNoConcern(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith("/.DS_Store") || name.equals(".DS_Store");
    }

    void check(ZipArchiveEntry entry) {
        var problem = problem(entry);
        if (problem != null) {
            tell(entry.getName(), problem);
            return;
        }
        var name = entry.getName();
        if (!entry.isDirectory()) {
            var twin = byFoldedName.putIfAbsent(folded(name), name);
            if (twin != null) {
                tell(
                        name,
                        twin.equals(name)
                                ? "it stands in the archive twice"
                                : "its name differs from " + Excerpt.of(twin) + " in nothing but upper and lower case");
            }
        }
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            folders.add(folded(name.substring(0, slash)));
        }
    }

    /// Tells about files that are folders too.
    void checkFoldersAgainst(Set<String> files) {
        files.stream()
                .filter(file -> folders.contains(folded(file)))
                .forEach(file -> tell(file, "it is a file and a folder at once"));
    }

    private static @Nullable String problem(ZipArchiveEntry entry) {
        var asWritten = new String(entry.getRawName(), StandardCharsets.UTF_8);
        var name = entry.getName();
        if (asWritten.indexOf('\\') >= 0) {
            return "its name has a backslash; folders are separated by /";
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return "its name has a control character";
        }
        if (name.length() > LONGEST) {
            return "its name is longer than " + LONGEST + " characters";
        }
        if (name.chars().filter(c -> c == '/').count() > DEEPEST) {
            return "it lies more than " + DEEPEST + " folders deep";
        }
        var path = PackFiles.problem(entry.isDirectory() ? name.substring(0, name.length() - 1) : name);
        if (path != null) {
            return "its name leads out of the pack: a path " + path;
        }
        return contentProblem(entry);
    }

    private static @Nullable String contentProblem(ZipArchiveEntry entry) {
        int type = entry.getUnixMode() & FILE_TYPE;
        if (entry.isUnixSymlink()) {
            return "it is a symbolic link; put the file itself in the pack";
        }
        if (type != 0 && type != UnixStat.FILE_FLAG && type != UnixStat.DIR_FLAG) {
            return "it is neither a file nor a folder";
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return "it is encrypted";
        }
        boolean packedAsUsual =
                entry.getMethod() == ZipArchiveEntry.STORED || entry.getMethod() == ZipArchiveEntry.DEFLATED;
        return packedAsUsual ? null : "it is compressed in a way that is not read here; use the usual (deflate)";
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private void tell(String name, String problem) {
        var shown = Excerpt.of(name);
        findings.add(new PackFinding(shown.substring(1, shown.length() - 1), 0, 0, problem));
    }
}
