package org.voorwerp.server.challenge.build.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.holdout.Leaks;
import org.voorwerp.holdout.Leaks.Feature;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.TextAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.server.challenge.BuildReport.Leak;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.source.ImageArchive;
import org.voorwerp.server.challenge.build.source.SubjectTable;

/// Looks for what tells the truth without being meant to, in everything that is published of the subjects: their
/// ids, the order of rows, attributes, and what one knows of an image without looking at it. Ids are drawn, and rows
/// stand in their order, so those two tell something by chance alone: whoever draws them asks [#idsTell], and draws
/// again.
public final class LeakSearch {

    private static final String ID = "id";
    private static final String ROW = "row";

    /// More subjects would tell no more: a leak worth the name shows in so many.
    private static final int MOST_SUBJECTS = 20_000;

    private static final int MOST_NAMED = 5;
    private static final long SEED = 1;

    private final SubjectTable known;
    private final @Nullable ImageArchive images;
    private final Subjects subjects;
    private final List<String> informative;

    public LeakSearch(Definition definition, SubjectTable known, Subjects subjects, @Nullable ImageArchive images) {
        this.known = known;
        this.subjects = subjects;
        this.images = images;
        this.informative = definition.subjects() == null
                ? List.of()
                : Objects.requireNonNullElse(definition.subjects().informative(), List.of());
    }

    /// A subject as everybody sees it.
    ///
    /// @param row its place in its file, from 0 to 1
    private record Seen(Side side, int position, double row) {

        String id() {
            return side.ids().get(position);
        }
    }

    /// What tells the truth, but for what is declared as meant to.
    public List<Leak> leaks() {
        var seen = seen(subjects);
        var drawn = drawn(seen);
        var brought = brought(seen);
        drawn.keySet().removeAll(informative);
        brought.keySet().removeAll(informative);
        return Stream.concat(leaks(drawn, seen).stream(), leaks(brought, seen).stream())
                .toList();
    }

    /// Whether the ids drawn, or the order of rows they make, tell the truth.
    public static boolean idsTell(Subjects subjects) {
        var seen = seen(subjects);
        return !leaks(drawn(seen), seen).isEmpty();
    }

    private static List<Leak> leaks(Map<String, List<Feature>> features, List<Seen> seen) {
        if (seen.isEmpty()) {
            return List.of();
        }
        var all = features.values().stream().flatMap(List::stream).toList();
        var groups = seen.stream().map(s -> s.side().groups().get(s.position())).toList();
        var found = among(seen, groups).find(all).stream()
                .collect(Collectors.toMap(Leaks.Leak::feature, Function.identity(), (a, _) -> a));
        var leaks = new ArrayList<Leak>();
        features.forEach((attribute, made) -> made.stream()
                .map(feature -> found.get(feature.name()))
                .filter(Objects::nonNull)
                .forEach(leak -> leaks.add(new Leak(attribute, leak.feature(), leak.area(), leak.p()))));
        return leaks;
    }

    private static List<Seen> seen(Subjects subjects) {
        return Stream.of(subjects.train(), subjects.test())
                .flatMap(LeakSearch::some)
                .toList();
    }

    /// Of a large side the first: they stand in the order of ids that say nothing.
    private static Stream<Seen> some(Side side) {
        return IntStream.range(0, Math.min(side.size(), MOST_SUBJECTS))
                .mapToObj(i -> new Seen(side, i, i / (double) side.size()));
    }

    private static Leaks among(List<Seen> seen, List<String> groups) {
        return switch (seen.getFirst().side().answers()) {
            case ClassAnswers _ ->
                Leaks.among(
                        seen.stream()
                                .mapToInt(s -> ((ClassAnswers) s.side().answers()).labels()[s.position()])
                                .toArray(),
                        groups,
                        SEED);
            case ValueAnswers(var columns, var _) ->
                Leaks.among(
                        IntStream.range(0, columns.size())
                                .mapToObj(c -> numbers(
                                        seen, s -> ((ValueAnswers) s.side().answers()).values()[c][s.position()]))
                                .toArray(double[][]::new),
                        groups,
                        SEED);
            // What a text says is not ordered; how long it is can be given away.
            case TextAnswers _ ->
                Leaks.among(
                        new double[][] {
                            numbers(
                                    seen,
                                    s -> ((TextAnswers) s.side().answers())
                                            .texts()
                                            .get(s.position())
                                            .length())
                        },
                        groups,
                        SEED);
        };
    }

    /// What the hold-out gave the subjects, by what challenge.yaml calls it.
    private static Map<String, List<Feature>> drawn(List<Seen> seen) {
        var features = new LinkedHashMap<String, List<Feature>>();
        features.put(ID, Feature.ofText(ID, seen.stream().map(Seen::id).toList()));
        features.put(ROW, List.of(numbers(ROW, seen, Seen::row)));
        return features;
    }

    /// What came with the subjects, by what challenge.yaml calls it.
    private Map<String, List<Feature>> brought(List<Seen> seen) {
        var features = new LinkedHashMap<String, List<Feature>>();
        for (int i = 0; i < known.attributes().size(); i++) {
            int column = i;
            var name = known.attributes().get(i);
            features.put(
                    name,
                    Feature.ofText(name, seen.stream().map(s -> cell(s, column)).toList()));
        }
        if (images != null) {
            var archive = images;
            features.put("image-bytes", List.of(numbers("image-bytes", seen, s -> archive.length(s.id()))));
            features.put("image-width", List.of(numbers("image-width", seen, s -> archive.width(s.id()))));
            features.put("image-height", List.of(numbers("image-height", seen, s -> archive.height(s.id()))));
        }
        return features;
    }

    private String cell(Seen seen, int column) {
        return known.get(seen.side().upstream().get(seen.position())).cells().get(column);
    }

    private static Feature numbers(String name, List<Seen> seen, ToDoubleFunction<Seen> of) {
        return Feature.ofNumbers(name, numbers(seen, of));
    }

    private static double[] numbers(List<Seen> seen, ToDoubleFunction<Seen> of) {
        return seen.stream().mapToDouble(of).toArray();
    }

    /// Groups, and images, of which subjects stand on both sides of a split, in sentences.
    public List<String> straddling() {
        var told = new ArrayList<String>();
        tell(told, "group", Side::groups);
        if (images != null) {
            var archive = images;
            tell(told, "image", side -> side.ids().stream().map(archive::digest).toList());
        }
        return told;
    }

    private interface Keys {
        List<String> of(Side side);
    }

    private void tell(List<String> told, String what, Keys keys) {
        var train = new HashSet<>(keys.of(subjects.train()));
        var test = keys.of(subjects.test());
        var both = test.stream().filter(train::contains).distinct().toList();
        tell(told, what, "train and test", both);
        var parts = new HashMap<String, Part>();
        var between = new ArrayList<String>();
        for (int i = 0; i < test.size(); i++) {
            var part = subjects.parts()[i];
            if (part == Part.IGNORED) {
                continue;
            }
            var other = parts.putIfAbsent(test.get(i), part);
            if (other != null && other != part) {
                between.add(test.get(i));
            }
        }
        tell(
                told,
                what,
                "the public and the private part",
                between.stream().distinct().toList());
    }

    private static void tell(List<String> told, String what, String sides, List<String> keys) {
        if (!keys.isEmpty()) {
            var named = keys.stream().limit(MOST_NAMED).toList();
            told.add(keys.size() + " " + what + (keys.size() == 1 ? " stands" : "s stand") + " in both " + sides
                    + ", which tells the one from the other: " + String.join(", ", named)
                    + (keys.size() > named.size() ? ", …" : "") + ". Draw the hold-out by group, or leave one of the"
                    + " two out.");
        }
    }
}
