package org.voorwerp.server.dataset.profile;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.dataset.profile.ColumnProfile.Categories;
import org.voorwerp.server.dataset.profile.ColumnProfile.Count;
import org.voorwerp.server.dataset.profile.ColumnProfile.Numbers;
import org.voorwerp.server.dataset.profile.ColumnProfile.Texts;
import org.voorwerp.table.Decimal;

/// Looks at the cells of a column, one after the other, in memory that does not grow with them.
final class ColumnSketch {

    /// With more different texts than this, or longer ones, they are no categories.
    private static final int MOST_CATEGORIES = 64;

    private static final int LONGEST_CATEGORY = 80;

    private final String name;
    private final HistogramSketch numbers = new HistogramSketch();
    private boolean numeric = true;
    private boolean whole = true;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private long cells;
    private long missing;
    private int longest;
    /// Text → how often; null once they are no categories.
    private @Nullable Map<String, Long> categories = new HashMap<>();

    ColumnSketch(String name) {
        this.name = name;
    }

    /// A cell, made plain.
    void add(byte[] bytes, int from, int to) {
        if (from == to) {
            missing++;
            return;
        }
        cells++;
        longest = Math.max(longest, to - from);
        addNumber(bytes, from, to);
        addCategory(bytes, from, to);
    }

    void addMissing() {
        missing++;
    }

    private void addNumber(byte[] bytes, int from, int to) {
        double value = numeric ? Decimal.parse(bytes, from, to) : Double.NaN;
        numeric = !Double.isNaN(value);
        if (numeric) {
            whole = whole && isWhole(bytes, from, to);
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
            numbers.add(value);
        }
    }

    private static boolean isWhole(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.' || bytes[i] == 'e' || bytes[i] == 'E') {
                return false;
            }
        }
        return true;
    }

    private void addCategory(byte[] bytes, int from, int to) {
        if (categories == null) {
            return;
        }
        if (to - from > LONGEST_CATEGORY) {
            categories = null;
            return;
        }
        categories.merge(new String(bytes, from, to - from, StandardCharsets.UTF_8), 1L, Long::sum);
        if (categories.size() > MOST_CATEGORIES) {
            categories = null;
        }
    }

    ColumnProfile profile() {
        if (numeric && cells > 0) {
            return new Numbers(name, missing, whole, min, max, sum / cells, numbers.histogram());
        }
        // Where no text comes twice, each is a name of its own.
        if (categories == null || categories.size() == cells) {
            return new Texts(name, missing, longest);
        }
        return new Categories(
                name,
                missing,
                categories.entrySet().stream()
                        .map(entry -> new Count(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(Count::number)
                                .reversed()
                                .thenComparing(Count::value))
                        .toList());
    }
}
