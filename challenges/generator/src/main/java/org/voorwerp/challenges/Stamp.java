package org.voorwerp.challenges;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What a made pack was made from, kept beside it as `<slug>.stamp`: a digest of the pack's sources and of the
/// generator's own classes (so that nobody has to remember a version number), then each file made with its size.
record Stamp(Path file, Path pack, String madeFrom) {

    static Stamp of(Path source, Path pack) throws IOException {
        var file = pack.resolveSibling(pack.getFileName() + ".stamp");
        var digest = sha256();
        for (var classFile : generator()) {
            digest.update(Files.readAllBytes(classFile));
        }
        for (var page : sources(source)) {
            digest.update(page.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(page));
        }
        return new Stamp(file, pack, HexFormat.of().formatHex(digest.digest()));
    }

    /// The files of a pack's source that are copied: `challenge.yaml` and the Markdown pages, in order of their
    /// names.
    static List<Path> sources(Path source) throws IOException {
        try (var files = Files.list(source)) {
            return files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.equals("challenge.yaml") || name.endsWith(".md");
                    })
                    .sorted()
                    .toList();
        }
    }

    /// Whether the pack was made from these very sources and all of its files are still there.
    boolean current() throws IOException {
        return Files.exists(file)
                && Files.isDirectory(pack)
                && Files.readAllLines(file).equals(lines());
    }

    void write() throws IOException {
        Files.write(file, lines());
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        lines.add(madeFrom);
        try (var files = Files.walk(pack)) {
            for (var made : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.add(pack.relativize(made) + " " + Files.size(made));
            }
        }
        return lines;
    }

    private static List<Path> generator() throws IOException {
        try {
            var place = Path.of(MakePacks.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(place)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
