package org.voorwerp.server.web.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.dataset.profile.ColumnProfile;
import org.voorwerp.server.dataset.profile.ColumnProfile.Categories;
import org.voorwerp.server.dataset.profile.ColumnProfile.Numbers;
import org.voorwerp.server.dataset.profile.ColumnProfile.Texts;
import org.voorwerp.server.web.chart.Bars;
import org.voorwerp.server.web.text.Format;

/// A column of a published table: its type, what it holds, and a drawing of how often.
///
/// @param holds in words
/// @param missing how many cells are empty; null where none is
/// @param bars null for texts
/// @param from where the drawing begins
/// @param to where it ends
/// @param groups what the drawing shows, as a table
public record ColumnLine(
        String name,
        String type,
        String holds,
        @Nullable String missing,
        @Nullable Bars bars,
        String from,
        String to,
        List<Group> groups) {

    private static final int TINY_WIDTH = 144;
    private static final int TINY_HEIGHT = 28;
    private static final int TINY_BARS = 24;
    private static final int NAMED = 3;

    /// Some of the cells.
    ///
    /// @param share of all that are not empty
    public record Group(String name, long number, String share) {}

    /// Small enough for a line of a table.
    public static ColumnLine of(ColumnProfile column, long rows) {
        return of(column, rows, TINY_WIDTH, TINY_HEIGHT, TINY_BARS);
    }

    /// @param most bars
    public static ColumnLine of(ColumnProfile column, long rows, int width, int height, int most) {
        var missing = column.missing() == 0
                ? null
                : Format.count(column.missing()) + " empty (" + Format.percent((double) column.missing() / rows) + ")";
        return switch (column) {
            case Numbers numbers -> {
                var histogram = numbers.histogram().atMost(most);
                var holds = Format.number(numbers.min()) + " to " + Format.number(numbers.max()) + ", mean "
                        + Format.number(numbers.mean());
                yield new ColumnLine(
                        column.name(),
                        numbers.whole() ? "whole number" : "number",
                        holds,
                        missing,
                        Bars.of(
                                histogram.counts(),
                                width,
                                height,
                                "Histogram of " + column.name() + ": " + holds + "; most often "
                                        + mostOften(histogram.start(), histogram.width(), histogram.counts())),
                        Format.number(histogram.start()),
                        Format.number(histogram.start()
                                + histogram.width() * histogram.counts().size()),
                        groups(histogram.start(), histogram.width(), histogram.counts()));
            }
            case Categories categories -> {
                long all = categories.values().stream()
                        .mapToLong(ColumnProfile.Count::number)
                        .sum();
                var shown = categories.values().stream().limit(most).toList();
                yield new ColumnLine(
                        column.name(),
                        "one of " + categories.values().size(),
                        named(categories, all),
                        missing,
                        Bars.of(
                                shown.stream().map(ColumnProfile.Count::number).toList(),
                                width,
                                height,
                                "Bars, the most frequent value of " + column.name() + " first: "
                                        + named(categories, all)),
                        shown.getFirst().value(),
                        shown.getLast().value(),
                        categories.values().stream()
                                .map(value -> new Group(
                                        value.value(),
                                        value.number(),
                                        Format.percent((double) value.number() / Math.max(1, all))))
                                .toList());
            }
            case Texts texts ->
                new ColumnLine(
                        column.name(),
                        "text",
                        texts.longest() == 0 ? "nothing" : "up to " + Format.count(texts.longest(), "byte", "bytes"),
                        missing,
                        null,
                        "",
                        "",
                        List.of());
        };
    }

    private static String named(Categories categories, long all) {
        var first = categories.values().stream()
                .limit(NAMED)
                .map(value -> value.value() + " " + Format.percent((double) value.number() / Math.max(1, all)))
                .collect(Collectors.joining(", "));
        return categories.values().size() > NAMED ? first + " …" : first;
    }

    private static String mostOften(double start, double width, List<Long> counts) {
        int most = 0;
        for (int i = 1; i < counts.size(); i++) {
            most = counts.get(i) > counts.get(most) ? i : most;
        }
        return range(start + most * width, width);
    }

    private static List<Group> groups(double start, double width, List<Long> counts) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return IntStream.range(0, counts.size())
                .mapToObj(i -> new Group(
                        range(start + i * width, width),
                        counts.get(i),
                        Format.percent((double) counts.get(i) / Math.max(1, all))))
                .toList();
    }

    private static String range(double from, double width) {
        return width == 0 ? Format.number(from) : Format.number(from) + " to below " + Format.number(from + width);
    }
}
