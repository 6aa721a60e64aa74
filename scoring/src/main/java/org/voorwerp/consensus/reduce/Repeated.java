package org.voorwerp.consensus.reduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.extract.ExtractRow;

/// Which extracts count where one volunteer classified a subject several times.
final class Repeated {

    private Repeated() {}

    /// Who made an extract: the name, which volunteers without an account have as well, else the id.
    static String volunteer(ExtractRow extract) {
        if (!extract.userName().isEmpty()) {
            return "name:" + extract.userName();
        }
        return extract.userId().isEmpty() ? "row:" + extract.classification() : "user:" + extract.userId();
    }

    /// The extracts that count, in the order of their time. All extracts of one classification are kept or left
    /// together; extracts that are alike in everything are one.
    static List<ExtractRow> resolve(List<ExtractRow> extracts, Repeats policy) {
        var ordered = new ArrayList<>(new LinkedHashSet<>(extracts));
        ordered.sort(Comparator.comparing(ExtractRow::createdAt).thenComparingLong(ExtractRow::classification));
        if (policy == Repeats.ALL) {
            return ordered;
        }
        var counting = new HashMap<String, Long>();
        for (var extract : ordered) {
            if (policy == Repeats.FIRST) {
                counting.putIfAbsent(volunteer(extract), extract.classification());
            } else {
                counting.put(volunteer(extract), extract.classification());
            }
        }
        return ordered.stream()
                .filter(extract -> counting.getOrDefault(volunteer(extract), 0L) == extract.classification())
                .toList();
    }
}
