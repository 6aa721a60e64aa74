package org.voorwerp.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something of a metric, or of a crowd model, that a challenge can set.
public sealed interface Parameter {

    String name();

    /// What it does, one sentence for the catalogue.
    String meaning();

    /// The value taken where none is given; null where it must be given.
    @Nullable
    Object defaultValue();

    /// The value taken where challenge.yaml is silent: the default, unless a score that is published calls for another.
    default @Nullable Object hostedDefault() {
        return defaultValue();
    }

    /// A number between `min` and `max`, both inclusive.
    ///
    /// @param hostedDefault see [#hostedDefault()]
    record Decimal(
            String name,
            String meaning,
            @Nullable Double defaultValue,
            @Nullable Double hostedDefault,
            double min,
            double max)
            implements Parameter {

        /// A number whose default holds everywhere.
        public Decimal(String name, String meaning, @Nullable Double defaultValue, double min, double max) {
            this(name, meaning, defaultValue, defaultValue, min, max);
        }
    }

    /// A whole number between `min` and `max`, both inclusive.
    record Whole(String name, String meaning, @Nullable Integer defaultValue, int min, int max) implements Parameter {}

    /// One of some words.
    record Choice(String name, String meaning, @Nullable String defaultValue, List<String> choices)
            implements Parameter {}

    /// A list of words, e.g. of columns; the empty list by default.
    record Words(String name, String meaning) implements Parameter {
        @Override
        public List<String> defaultValue() {
            return List.of();
        }
    }
}
