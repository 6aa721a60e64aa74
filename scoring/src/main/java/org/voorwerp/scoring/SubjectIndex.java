package org.voorwerp.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ids of a challenge's test subjects, in the order of its test file. It knows no labels, so that whatever
/// checks a
/// file against it can tell nobody anything about the truth.
public final class SubjectIndex {

    private final List<String> ids;
    private final Map<String, Integer> positions;

    private SubjectIndex(List<String> ids, Map<String, Integer> positions) {
        this.ids = ids;
        this.positions = positions;
    }

    /// @throws IllegalArgumentException if an id is empty or appears twice
    public static SubjectIndex of(List<String> ids) {
        var positions = HashMap.<String, Integer>newHashMap(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).isEmpty()) {
                throw new IllegalArgumentException("empty id at position " + i);
            }
            if (positions.put(ids.get(i), i) != null) {
                throw new IllegalArgumentException("id " + ids.get(i) + " appears twice");
            }
        }
        return new SubjectIndex(List.copyOf(ids), positions);
    }

    public int size() {
        return ids.size();
    }

    public String id(int position) {
        return ids.get(position);
    }

    public List<String> ids() {
        return ids;
    }

    /// The position of an id, or -1 if it is not one of the test subjects.
    public int position(String id) {
        return positions.getOrDefault(id, -1);
    }
}
