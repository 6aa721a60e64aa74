package org.voorwerp.server.challenge.pack;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A pack that tests make up. It begins whole and right; a test breaks what it is about.
public final class MemoryPack implements PackFiles {

    /// A values challenge: galaxies with votes, attributes and fields.
    public static final String YAML = """
            voorwerp: 1
            slug: small-mergers
            title: Small mergers
            summary: Which galaxies merge?
            organisers: [Hanny]
            task:
              kind: values
              columns:
                - {name: merger_fraction, min: 0, max: 1}
            truth:
              votes:
                file: votes.csv
                subject: objid
                number: votes
                columns: {merger_fraction: merger}
                minimum-votes: 2
            subjects:
              file: subjects.csv
              subject: objid
              publish: [redness, size]
            holdout:
              fraction: 0.5
              group: field
              public: 0.5
              seed: 42
            metrics:
              - name: rmse
                primary: true
              - name: mae
            phases:
              - name: main
                starts: 2026-01-01T00:00:00Z
                ends: 2036-01-01T00:00:00Z
                quota: {per-day: 5, total: 100}
            baselines: [constant, one-volunteer, linear-regression]
            pages: {overview: overview.md}
            """;

    private final Map<String, byte[]> files = new HashMap<>();

    public MemoryPack() {
        with(DEFINITION, YAML);
        with("overview.md", "# Small mergers\n");
        var votes = new StringBuilder("objid,votes,merger\n");
        var subjects = new StringBuilder("objid,field,redness,size,#secret\n");
        for (int i = 0; i < 60; i++) {
            votes.append("%d,20,%.2f%n".formatted(1000 + i, (i * 7 % 20) / 20.0));
            subjects.append("%d,F%d,%.2f,%d,%d%n".formatted(1000 + i, i / 5, i * 7 % 20 + 0.5, i % 13, i));
        }
        with("data/votes.csv", votes.toString());
        with("data/subjects.csv", subjects.toString());
    }

    /// A file, in place of the one there is.
    public MemoryPack with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public MemoryPack with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    public MemoryPack without(String path) {
        files.remove(path);
        return this;
    }

    /// The challenge.yaml with something else in place of `old`, which must be there.
    public MemoryPack replacing(String old, String by) {
        var yaml = new String(files.get(DEFINITION), StandardCharsets.UTF_8);
        if (!yaml.contains(old)) {
            throw new IllegalArgumentException("the pack has no " + old);
        }
        return with(DEFINITION, yaml.replace(old, by));
    }

    /// The same, declaring that redness tells the truth, as it does, so that it may be published; its board tells every
    /// score as it is.
    public MemoryPack publishable() {
        // In as many lines as before.
        return replacing(
                        "subjects:\n  file: subjects.csv\n  subject: objid\n  publish: [redness, size]\n",
                        "subjects: {file: subjects.csv, subject: objid,\n  publish: [redness, size],\n"
                                + "  informative: [redness]}\n\n")
                .replacing("phases:\n", "board: {rule: full}\nphases:\n");
    }

    /// All of it, by path.
    public Map<String, byte[]> files() {
        return files;
    }

    @Override
    public @Nullable InputStream open(String path) {
        var bytes = files.get(path);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable InputStream openData(String slug, String path) {
        return open("data/" + path);
    }

    @Override
    public boolean hasDataFolder(String slug, String path) {
        return files.keySet().stream().anyMatch(name -> name.startsWith("data/" + path + "/"));
    }
}
