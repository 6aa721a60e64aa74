package org.voorwerp.server.challenge.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.metric.sandbox.Sandbox;

/// Reads a pack's challenge.yaml and pages, and names every mistake in them at once: what breaks the schema and what
/// does not fit together. Of data files it reads the header lines only.
public final class PackReader {

    /// What came of it.
    public sealed interface Reading {}

    /// The pack can be built.
    ///
    /// @param pages name → Markdown: those of `pages`, and `terms`
    public record Accepted(Definition definition, Map<String, String> pages) implements Reading {}

    /// The pack is wrong.
    ///
    /// @param findings the first of them by file, line and column
    /// @param count how many there are in all
    public record Rejected(List<PackFinding> findings, long count) implements Reading {}

    /// Slugs that would hide addresses of the server's own.
    private static final Set<String> RESERVED = Set.of("new");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ChallengeSchema schema = new ChallengeSchema();
    private final Metrics metrics;
    private final Optional<String> programsProblem;

    /// @param metrics those at hand
    public PackReader(Metrics metrics) {
        this(metrics, Sandbox.problem());
    }

    /// @param programsProblem why scoring programs cannot be run here, if they cannot
    PackReader(Metrics metrics, Optional<String> programsProblem) {
        this.metrics = metrics;
        this.programsProblem = programsProblem;
    }

    /// Reads a pack.
    public Reading read(PackFiles files) throws IOException {
        var findings = new PackFindings();
        var document = document(files, findings);
        var root = Place.root(document);
        if (!root.exists()) {
            return rejected(findings);
        }
        schema.check(document, finding -> findings.add(PackFinding.of(PackFiles.DEFINITION, finding)));
        var checking = new Checking(root, files, metrics, programsProblem, findings);
        if (RESERVED.contains(checking.slug())) {
            checking.tell(root.get("slug").valueFinding("this slug is reserved; choose another"));
        }
        new TaskChecks(checking).check();
        new TruthChecks(checking).check();
        new SubjectChecks(checking).check();
        new PlanChecks(checking).check();
        new RankingChecks(checking).check();
        new CalendarChecks(checking).check();
        var pages = new PageChecks(checking).check();
        return findings.isEmpty() ? new Accepted(definition(root), pages) : rejected(findings);
    }

    /// A finding about a part of challenge.yaml that only shows once the data are read.
    ///
    /// @param pointer JSON pointer of the part, e.g. `/metrics/0`
    public static PackFinding finding(PackFiles files, String pointer, String message) throws IOException {
        return PackFinding.of(
                PackFiles.DEFINITION, document(files, new PackFindings()).at(pointer, message));
    }

    static YamlDocument document(PackFiles files, PackFindings findings) throws IOException {
        try (var in = files.open(PackFiles.DEFINITION)) {
            if (in == null) {
                findings.add(new PackFinding(PackFiles.DEFINITION, 0, 0, "the pack has no challenge.yaml at its top"));
            }
            var bytes = in == null ? new byte[0] : in.readNBytes(YamlDocument.MOST_BYTES + 1);
            return YamlDocument.read(bytes, finding -> {
                if (in != null) {
                    findings.add(PackFinding.of(PackFiles.DEFINITION, finding));
                }
            });
        }
    }

    private static Rejected rejected(PackFindings findings) {
        return new Rejected(findings.list(), findings.count());
    }

    private static Definition definition(Place root) {
        try {
            return JSON.treeToValue(root.node(), Definition.class);
        } catch (JsonProcessingException e) {
            // The schema allows what the records cannot hold: a test keeps them in step.
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> parameters(Place metric) {
        return metric.get("parameters").node().isObject()
                ? JSON.convertValue(metric.get("parameters").node(), new TypeReference<>() {})
                : Map.of();
    }
}
