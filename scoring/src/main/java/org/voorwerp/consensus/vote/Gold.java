package org.voorwerp.consensus.vote;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What experts say of some subjects: the gold standard, or the training images of Space Warps.
///
/// @param labels a class a subject, in the order of [Votes#subjects()]; -1 where none is known
public record Gold(int[] labels) {

    /// No subject is known.
    public static Gold none(Votes votes) {
        var labels = new int[votes.subjects().size()];
        Arrays.fill(labels, -1);
        return new Gold(labels);
    }

    /// @param known subject id → class; subjects nobody voted on are passed over
    /// @throws IllegalArgumentException naming a class that there is not
    public static Gold of(Votes votes, Map<String, String> known) {
        var gold = none(votes);
        List<String> subjects = votes.subjects();
        for (int i = 0; i < subjects.size(); i++) {
            var label = known.get(subjects.get(i));
            if (label != null) {
                gold.labels[i] = votes.classes().indexOf(label);
                if (gold.labels[i] < 0) {
                    throw new IllegalArgumentException("gold label " + label + " of subject " + subjects.get(i)
                            + " is none of the classes " + String.join(", ", votes.classes()));
                }
            }
        }
        return gold;
    }

    public boolean knows(int subject) {
        return labels[subject] >= 0;
    }

    /// How many subjects are known.
    public int size() {
        return (int) Arrays.stream(labels).filter(label -> label >= 0).count();
    }

    /// The same without some subjects.
    ///
    /// @param left those that are left out
    public Gold without(int[] left) {
        var rest = labels.clone();
        for (int i : left) {
            rest[i] = -1;
        }
        return new Gold(rest);
    }
}
