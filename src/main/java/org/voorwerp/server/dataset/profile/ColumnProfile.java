package org.voorwerp.server.dataset.profile;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What a column of a table holds.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ColumnProfile.Numbers.class, name = "numbers"),
    @JsonSubTypes.Type(value = ColumnProfile.Categories.class, name = "categories"),
    @JsonSubTypes.Type(value = ColumnProfile.Texts.class, name = "texts")
})
public sealed interface ColumnProfile {

    /// What the header calls it.
    String name();

    /// How many of its cells are empty.
    long missing();

    /// Every cell that is not empty is a number.
    ///
    /// @param whole whether all are whole, and written so
    record Numbers(String name, long missing, boolean whole, double min, double max, double mean, Histogram histogram)
            implements ColumnProfile {}

    /// The same few texts again and again.
    ///
    /// @param values the most frequent first
    record Categories(String name, long missing, List<Count> values) implements ColumnProfile {

        public Categories {
            values = List.copyOf(values);
        }
    }

    /// Anything else.
    ///
    /// @param longest the bytes of the longest cell
    record Texts(String name, long missing, int longest) implements ColumnProfile {}

    /// How often a text stands there.
    record Count(String value, long number) {}
}
