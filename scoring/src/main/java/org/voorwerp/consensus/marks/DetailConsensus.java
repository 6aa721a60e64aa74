package org.voorwerp.consensus.marks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.extract.Detail;
import org.voorwerp.consensus.text.TextConsensus;
import org.voorwerp.consensus.text.TextReducer;
import org.voorwerp.consensus.text.Transcription;

/// What volunteers said of the marks of one cluster, to one subtask.
public sealed interface DetailConsensus {

    /// Votes an answer.
    record Counted(Map<String, Integer> votes) implements DetailConsensus {}

    /// Votes an option, for each drop-down list.
    record Selections(List<Map<String, Integer>> lists) implements DetailConsensus {}

    record Text(TextConsensus text) implements DetailConsensus {}

    /// @param variance with n
    record Slider(double mean, double median, double variance) implements DetailConsensus {}

    /// Nothing that could be reduced: the subtask has no known type, or volunteers' answers have different ones.
    record Unreduced() implements DetailConsensus {}

    /// The answers to each subtask made one.
    ///
    /// @param members the marks of a cluster
    static List<DetailConsensus> of(List<Drawn> members) {
        int subtasks = members.stream()
                .mapToInt(drawn -> drawn.mark().details().size())
                .max()
                .orElse(0);
        var reduced = new ArrayList<DetailConsensus>();
        for (int subtask = 0; subtask < subtasks; subtask++) {
            int index = subtask;
            var answered = members.stream()
                    .filter(drawn -> drawn.mark().details().size() > index)
                    .toList();
            reduced.add(reduce(answered, index));
        }
        return reduced;
    }

    private static DetailConsensus reduce(List<Drawn> answered, int subtask) {
        var details = answered.stream()
                .map(drawn -> drawn.mark().details().get(subtask))
                .toList();
        if (details.stream().map(Detail::getClass).distinct().count() > 1) {
            return new Unreduced();
        }
        return switch (details.getFirst()) {
            case Detail.Chosen _ ->
                new Counted(counts(
                        details.stream().map(d -> ((Detail.Chosen) d).votes()).toList()));
            case Detail.Selected _ ->
                new Selections(lists(
                        details.stream().map(d -> ((Detail.Selected) d).lists()).toList()));
            case Detail.Slid _ ->
                slider(details.stream()
                        .mapToDouble(d -> ((Detail.Slid) d).value())
                        .sorted()
                        .toArray());
            case Detail.Written _ ->
                new Text(TextReducer.reduce(answered.stream()
                        .map(drawn -> new Transcription(
                                drawn.volunteer(),
                                ((Detail.Written) drawn.mark().details().get(subtask)).text()))
                        .toList()));
            case Detail.Unread _ -> new Unreduced();
        };
    }

    private static Map<String, Integer> counts(List<Map<String, Integer>> answers) {
        var counts = new LinkedHashMap<String, Integer>();
        answers.forEach(answer -> answer.forEach((option, votes) -> counts.merge(option, votes, Integer::sum)));
        return counts;
    }

    private static List<Map<String, Integer>> lists(List<List<Map<String, Integer>>> answers) {
        int lists = answers.stream().mapToInt(List::size).max().orElse(0);
        var counts = new ArrayList<Map<String, Integer>>();
        for (int list = 0; list < lists; list++) {
            int index = list;
            counts.add(counts(answers.stream()
                    .filter(answer -> answer.size() > index)
                    .map(answer -> answer.get(index))
                    .toList()));
        }
        return counts;
    }

    private static Slider slider(double[] rising) {
        int n = rising.length;
        double mean = 0;
        for (double value : rising) {
            mean += value / n;
        }
        double variance = 0;
        for (double value : rising) {
            variance += (value - mean) * (value - mean) / n;
        }
        return new Slider(mean, (rising[(n - 1) / 2] + rising[n / 2]) / 2, variance);
    }
}
