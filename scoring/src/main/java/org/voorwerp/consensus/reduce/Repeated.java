package org.voorwerp.consensus.reduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.extract.ExtractRow;
import org.voorwerp.consensus.panoptes.ServerTime;

/// Which extracts count where one volunteer classified a subject several times.
final class Repeated {

    private Repeated() {}

    /// When a classification was made, and which of those made then it is.
    private record Moment(long seconds, long classification) {}

    private static Moment moment(ExtractRow extract) {
        return new Moment(ServerTime.seconds(extract.createdAt()), extract.classification());
    }

    /// The extracts that count, in the order of their time. All extracts of one classification are kept or left
    /// together; extracts that are alike in everything are one.
    static List<ExtractRow> resolve(List<ExtractRow> extracts, Repeats policy) {
        var ordered = new ArrayList<>(new LinkedHashSet<>(extracts));
        ordered.sort(Comparator.comparing(
                Repeated::moment, Comparator.comparingLong(Moment::seconds).thenComparingLong(Moment::classification)));
        if (policy == Repeats.ALL) {
            return ordered;
        }
        var counting = new HashMap<String, Moment>();
        for (var extract : ordered) {
            if (policy == Repeats.FIRST) {
                counting.putIfAbsent(extract.volunteer(), moment(extract));
            } else {
                counting.put(extract.volunteer(), moment(extract));
            }
        }
        return ordered.stream()
                .filter(extract -> moment(extract).equals(counting.get(extract.volunteer())))
                .toList();
    }
}
