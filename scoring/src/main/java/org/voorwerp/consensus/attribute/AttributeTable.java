package org.voorwerp.consensus.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Subjects with their attributes and with what the consensus says of them: the group looked for, such as
/// mergers, or not.
///
/// @param names of the attributes, each once
/// @param columns `[attribute][subject]`; NaN where an attribute is missing
/// @param positive whether each subject belongs to the group
public record AttributeTable(List<String> names, double[][] columns, boolean[] positive) {

    public AttributeTable {
        names = List.copyOf(names);
        if (names.size() != columns.length || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("each attribute needs one column and a name of its own");
        }
        for (int a = 0; a < columns.length; a++) {
            if (columns[a].length != positive.length) {
                throw new IllegalArgumentException("attribute " + names.get(a) + " has " + columns[a].length
                        + " values for " + positive.length + " subjects");
            }
        }
    }

    /// The subjects for which all of some attributes are known.
    ///
    /// @param attributes indices
    int[] known(int[] attributes) {
        return IntStream.range(0, positive.length)
                .filter(i -> Arrays.stream(attributes).allMatch(a -> Double.isFinite(columns[a][i])))
                .toArray();
    }
}
