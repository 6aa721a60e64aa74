package org.voorwerp.server.challenge.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Packs each of which is wrong in one way.
public final class BrokenPacks {

    private BrokenPacks() {}

    /// A pack and what must be said of it.
    ///
    /// @param findings how each finding begins
    public record BrokenPack(String name, MemoryPack pack, List<String> findings) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<BrokenPack> all() {
        var packs = new ArrayList<BrokenPack>();
        addStructure(packs);
        addHostile(packs);
        addTask(packs);
        addTruth(packs);
        addSubjects(packs);
        addPlan(packs);
        return packs;
    }

    private static void add(List<BrokenPack> packs, String name, MemoryPack pack, String... findings) {
        packs.add(new BrokenPack(name, pack, List.of(findings)));
    }

    private static void replaced(List<BrokenPack> packs, String old, String by, String... findings) {
        add(packs, by.isBlank() ? "without " + old.strip() : by.strip(), new MemoryPack().replacing(old, by), findings);
    }

    private static void addStructure(List<BrokenPack> packs) {
        add(
                packs,
                "no challenge.yaml",
                new MemoryPack().without("challenge.yaml"),
                "challenge.yaml: the pack has no challenge.yaml at its top");
        add(
                packs,
                "an empty challenge.yaml",
                new MemoryPack().with("challenge.yaml", ""),
                "challenge.yaml: the file holds no YAML document");
        add(
                packs,
                "a list in place of a mapping",
                new MemoryPack().with("challenge.yaml", "- a\n"),
                "challenge.yaml, line 1, column 1: the document must be a mapping of names to values, not a list");
        add(
                packs,
                "Latin-1",
                new MemoryPack().with("challenge.yaml", "title: é\n".getBytes(StandardCharsets.ISO_8859_1)),
                "challenge.yaml: the file is not UTF-8: save it as UTF-8");
        replaced(
                packs,
                "title: Small mergers",
                "title: Small: mergers",
                "challenge.yaml, line 3, column 13: the YAML is broken: mapping values are not allowed here");
        replaced(
                packs,
                "task:\n",
                "task:\n\t# a tab\n",
                "challenge.yaml, line 7, column 1: the YAML is broken: a tab stands here");
        replaced(
                packs,
                "pages:",
                "---\npages:",
                "challenge.yaml, line 36, column 1: the YAML is broken: a second document begins here");
        replaced(
                packs,
                "title: Small mergers",
                "title: Small mergers\nslug: other",
                "challenge.yaml, line 4, column 1: \"slug\" stands here twice, the first time in line 2");
        replaced(
                packs,
                "voorwerp: 1",
                "voorwerp: 2",
                "challenge.yaml, line 1, column 11: \"voorwerp\" must be 1, not 2");
        replaced(packs, "organisers: [Hanny]\n", "", "challenge.yaml, line 1, column 1: \"organisers\" is missing");
        replaced(
                packs,
                "organisers: [Hanny]",
                "organisers: Hanny",
                "challenge.yaml, line 5, column 13: \"organisers\" must be a list, not \"Hanny\"");
        replaced(
                packs,
                "organisers: [Hanny]",
                "organisers: []",
                "challenge.yaml, line 5, column 1: \"organisers\" has 0 entries; 1 or more are expected");
        replaced(
                packs,
                "slug: small-mergers",
                "slug: Small_mergers",
                "challenge.yaml, line 2, column 7: \"slug\" cannot be \"Small_mergers\": 2 to 63 lower-case letters");
        replaced(packs, "slug: small-mergers", "slug: new", "challenge.yaml, line 2, column 7: this slug is reserved");
        replaced(
                packs,
                "title: Small mergers",
                "title: 2026",
                "challenge.yaml, line 3, column 8: \"title\" must be text, not 2026; put it in quotes: \"2026\"");
        replaced(
                packs,
                "title: Small mergers",
                "title: Small mergers\nlicense: CC0",
                "challenge.yaml, line 4, column 1: there is no \"license\" here, only voorwerp, slug, title, summary,");
        replaced(
                packs,
                "summary: Which",
                "summary: " + "W".repeat(300),
                "challenge.yaml, line 4, column 10: \"summary\" has 316 characters; at most 300 are allowed");
        replaced(
                packs,
                "pages: {overview: overview.md}",
                "pages: {overview: missing.md}",
                "challenge.yaml, line 36, column 19: there is no file missing.md in the pack");
        replaced(
                packs,
                "pages: {overview: overview.md}",
                "pages: {overview: ../overview.md}",
                "challenge.yaml, line 36, column 19: a path in a pack must name each folder");
        add(
                packs,
                "an empty page",
                new MemoryPack().with("overview.md", " \n"),
                "challenge.yaml, line 36, column 19: the page is empty");
    }

    private static void addHostile(List<BrokenPack> packs) {
        add(
                packs,
                "a bomb of aliases",
                new MemoryPack().with("challenge.yaml", bomb()),
                "challenge.yaml: the YAML cannot be read: it has more than 50000 parts");
        add(
                packs,
                "a hundred thousand open lists",
                new MemoryPack().with("challenge.yaml", "title: " + "[".repeat(100_000)),
                "challenge.yaml: the YAML cannot be read: Nesting Depth exceeded max 40");
        add(
                packs,
                "two megabytes",
                new MemoryPack().with("challenge.yaml", "title: " + digits()),
                "challenge.yaml: the file is larger than 1024 KiB");
        replaced(
                packs,
                "title: Small mergers",
                "title: !!java.net.URL [\"http://localhost\"]",
                "challenge.yaml, line 3, column 8: the YAML is broken: Global tag is not allowed");
    }

    private static void addTask(List<BrokenPack> packs) {
        replaced(
                packs,
                "kind: values",
                "kind: ranking",
                "challenge.yaml, line 7, column 9: \"kind\" must be one of labels, probabilities, values, texts, not \"ranking\"");
        replaced(
                packs,
                "kind: values",
                "kind: values\n  classes: [a, b]",
                "challenge.yaml, line 8, column 3: \"classes\" does not belong to a task of this kind");
        replaced(
                packs,
                "- {name: merger_fraction, min: 0, max: 1}",
                "- {name: merger_fraction, min: 1, max: 0}",
                "challenge.yaml, line 9, column 44: max must be more than min");
        replaced(
                packs,
                "kind: values",
                "kind: values\n  id: merger_fraction",
                "challenge.yaml, line 8, column 3: a prediction column is called \"merger_fraction\" like the column of");
        replaced(
                packs,
                "kind: values",
                "kind: values\n  id: redness",
                "challenge.yaml, line 21, column 13: \"redness\" cannot be published: it would clash with the column of");
        add(
                packs,
                "classes that stand twice",
                labels("[Yes, No, Yes]"),
                "challenge.yaml, line 8, column 12: \"classes\" names something twice: \"Yes\"");
        add(
                packs,
                "a class that is a number",
                labels("[1, No]"),
                "challenge.yaml, line 8, column 13: \"classes[1]\" must be text, not 1; put it in quotes: \"1\"",
                "challenge.yaml, line 14, column 15: the task predicts no \"Yes\", only \"No\"");
    }

    /// A labels challenge over the same votes.
    private static MemoryPack labels(String classes) {
        return new MemoryPack()
                .replacing(
                        "kind: values\n  columns:\n    - {name: merger_fraction, min: 0, max: 1}",
                        "kind: labels\n  classes: " + classes)
                .replacing("columns: {merger_fraction: merger}", "columns: {Yes: merger, No: votes}")
                .replacing("name: rmse", "name: accuracy")
                .replacing("name: mae", "name: f1")
                .replacing(", linear-regression", "");
    }

    private static void ofExport(List<BrokenPack> packs, String more, String... findings) {
        var votes =
                MemoryPack.YAML.substring(MemoryPack.YAML.indexOf("  votes:"), MemoryPack.YAML.indexOf("subjects:"));
        replaced(packs, votes, "  classifications: {file: votes.csv, workflow: 7, task: T0, " + more + "}\n", findings);
    }

    private static void addTruth(List<BrokenPack> packs) {
        ofExport(
                packs,
                "extractor: text",
                "challenge.yaml, line 11, column 72: what volunteers wrote is the truth of a task of texts, and of no other");
        ofExport(
                packs,
                "extractor: slider, reducer: rover",
                "challenge.yaml, line 11, column 89: no consensus of such answers is made by rover");
        ofExport(
                packs,
                "extractor: slider, gold: votes.csv",
                "challenge.yaml, line 11, column 80: nothing is done with it for extractor: slider; leave it out");
        ofExport(
                packs,
                "reducer: median",
                "challenge.yaml, line 11, column 70: no consensus of such answers is made by median");
        replaced(
                packs,
                "subjects:\n",
                "  solution: {file: votes.csv, subject: objid, columns: {merger_fraction: merger}}\nsubjects:\n",
                "challenge.yaml, line 10, column 1: exactly one of classifications, votes and solution is expected here",
                "challenge.yaml, line 36, column 23: the baseline one-volunteer does not fit: a solution holds truth");
        replaced(
                packs,
                "file: votes.csv",
                "file: ballots.csv",
                "challenge.yaml, line 12, column 11: there is no file data/ballots.csv in the pack");
        replaced(
                packs,
                "file: votes.csv",
                "file: votes.xlsx",
                "challenge.yaml, line 12, column 11: \"file\" cannot be \"votes.xlsx\": a table's name ends in .csv");
        replaced(
                packs,
                "file: votes.csv",
                "file: ../../secret.csv",
                "challenge.yaml, line 12, column 11: a path in a pack must name each folder");
        replaced(
                packs,
                "columns: {merger_fraction: merger}",
                "columns: {merger_fraction: mergr}",
                "challenge.yaml, line 15, column 32: data/votes.csv has no column \"mergr\"; there are \"objid\", \"votes\"");
        replaced(
                packs,
                "columns: {merger_fraction: merger}",
                "columns: {merger: merger}",
                "challenge.yaml, line 15, column 5: no column is named for \"merger_fraction\"",
                "challenge.yaml, line 15, column 15: the task predicts no \"merger\", only \"merger_fraction\"");
        replaced(
                packs,
                "columns: {merger_fraction: merger}",
                "tree: [{question: q, after: x, answers: {merger_fraction: merger}}]",
                "challenge.yaml, line 15, column 33: \"x\" is no answer of a question before this one");
        replaced(
                packs,
                "    columns: {merger_fraction: merger}\n",
                "",
                "challenge.yaml, line 11, column 3: exactly one of columns, pattern and tree is expected in votes");
        replaced(
                packs,
                "minimum-votes: 2",
                "minimum-votes: 0",
                "challenge.yaml, line 16, column 20: \"minimum-votes\" must be 1 or more, not 0");
        add(
                packs,
                "a table that is no text",
                new MemoryPack().with("data/votes.csv", new byte[] {'P', 'K', 3, 4, 0}),
                "data/votes.csv: the file is a zip archive or an Excel workbook: save the table as CSV");
    }

    private static void addSubjects(List<BrokenPack> packs) {
        replaced(
                packs,
                "publish: [redness, size]",
                "publish: [redness, colour]",
                "challenge.yaml, line 20, column 22: data/subjects.csv has no column \"colour\"");
        replaced(
                packs,
                "publish: [redness, size]",
                "publish: [redness, objid]",
                "challenge.yaml, line 20, column 22: \"objid\" cannot be published: it holds the ids of the subjects");
        replaced(
                packs,
                "publish: [redness, size]",
                "publish: [redness, size]\n  images: {column: picture, from: images}",
                "challenge.yaml, line 21, column 20: data/subjects.csv has no column \"picture\"",
                "challenge.yaml, line 21, column 35: there is no folder or archive data/images in the pack");
        replaced(
                packs,
                "publish: [redness, size]",
                "publish: [redness, redness]",
                "challenge.yaml, line 20, column 12: \"publish\" names something twice: \"redness\"");
    }

    /// Two megabytes that no archive packs into nothing.
    private static String digits() {
        return IntStream.range(0, 400_000).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static String bomb() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 25; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        return bomb.toString();
    }

    private static void addPlan(List<BrokenPack> packs) {
        replaced(
                packs,
                "seed: 42",
                "seed: 99999999999999999999",
                "challenge.yaml, line 25, column 9: \"seed\" must be 9007199254740991 or less, not 1.0E20");
        replaced(
                packs,
                "fraction: 0.5",
                "fraction: 1.5",
                "challenge.yaml, line 22, column 13: \"fraction\" must be 1 or less, not 1.5");
        replaced(
                packs,
                "  fraction: 0.5\n",
                "",
                "challenge.yaml, line 21, column 1: in \"holdout\", \"fraction\" is missing");
        replaced(packs, "  seed: 42\n", "", "challenge.yaml, line 21, column 1: in \"holdout\", \"seed\" is missing");
        replaced(
                packs,
                "group: field",
                "group: region",
                "challenge.yaml, line 23, column 10: neither the table of subjects nor that of the truth has a column");
        replaced(
                packs,
                "name: mae",
                "name: maee",
                "challenge.yaml, line 29, column 5: there is no metric maee for values; there are");
        replaced(
                packs,
                "name: mae",
                "name: mae\n    parameters: {depth: 3}",
                "challenge.yaml, line 30, column 5: there is no parameter depth");
        replaced(
                packs,
                "    primary: true\n",
                "",
                "challenge.yaml, line 26, column 1: one of the metrics must be primary");
        replaced(
                packs,
                "name: mae",
                "name: mae\n    primary: true",
                "challenge.yaml, line 30, column 5: only one metric can be primary");
        replaced(
                packs,
                "ends: 2036-01-01T00:00:00Z",
                "ends: 2016-01-01T00:00:00Z",
                "challenge.yaml, line 33, column 11: the phase must end after it starts");
        replaced(
                packs,
                "ends: 2036-01-01T00:00:00Z",
                "ends: 2036-01-01T00:00:00Z\n    late-until: 2030-01-01T00:00:00Z",
                "challenge.yaml, line 34, column 17: late submissions are taken after the phase ends");
        replaced(
                packs,
                "ends: 2036-01-01T00:00:00Z",
                "ends: 2036-01-01T00:00:00Z\n    part: private\n    board: full",
                "challenge.yaml, line 35, column 12: scores of the private part are nobody");
        replaced(
                packs,
                "ends: 2036-01-01T00:00:00Z",
                "ends: 2036-01-01T00:00:00Z\n    carry-over: true",
                "challenge.yaml, line 34, column 17: there is no phase before this one");
        replaced(
                packs,
                "ends: 2036-01-01T00:00:00Z",
                "private-board: true",
                "challenge.yaml, line 33, column 20: the private board opens when the phase ends");
        replaced(
                packs,
                "ends: 2036-01-01T00:00:00Z",
                "part: private",
                "challenge.yaml, line 33, column 11: a phase on the private part shows its board at its end");
        replaced(
                packs,
                "ends: 2036-01-01T00:00:00Z",
                "board: secret",
                "challenge.yaml, line 33, column 12: \"board\" must be one of full, own, hidden");
        replaced(
                packs,
                "phases:",
                "rank-by: mean-rank\nphases:",
                "challenge.yaml, line 30, column 10: the metrics that are to decide need a rank-weight");
        replaced(
                packs,
                "name: mae",
                "name: mae\n    rank-weight: 2",
                "challenge.yaml, line 30, column 5: a rank-weight counts only with rank-by");
        replaced(
                packs,
                "starts: 2026-01-01T00:00:00Z",
                "starts: 2026-01-01",
                "challenge.yaml, line 32, column 13: \"starts\" must be a date and time with its zone, as in");
        replaced(
                packs,
                "baselines:",
                "  - {name: main, starts: 2030-01-01T00:00:00Z}\nbaselines:",
                "challenge.yaml, line 35, column 12: the phase \"main\" stands here a second time");
        replaced(
                packs,
                "per-day: 5",
                "per-day: 0",
                "challenge.yaml, line 34, column 22: \"per-day\" must be 1 or more, not 0");
        replaced(
                packs,
                "baselines: [constant",
                "baselines: [magic",
                "challenge.yaml, line 35, column 13: \"baselines[1]\" must be one of constant, one-volunteer,");
        replaced(
                packs,
                "linear-regression",
                "nearest-centroid",
                "challenge.yaml, line 35, column 38: the baseline nearest-centroid does not fit: it does not predict values");
        replaced(
                packs,
                "publish: [redness, size]",
                "publish: []",
                "challenge.yaml, line 35, column 38: the baseline linear-regression does not fit: it learns from published");
        replaced(
                packs,
                "number: votes\n    ",
                "",
                "challenge.yaml, line 34, column 23: the baseline one-volunteer does not fit: it needs the number of votes");
    }
}
