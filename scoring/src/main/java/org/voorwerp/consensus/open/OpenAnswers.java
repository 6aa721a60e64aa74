package org.voorwerp.consensus.open;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// All open answers, repeats resolved.
///
/// @param subjects their ids, rising
/// @param given what was said of each subject, in the order of `subjects`; by answer and then by volunteer, so that the
///     same answers look the same in whatever order they were read
public record OpenAnswers(List<String> subjects, List<List<OpenAnswer>> given) {

    /// @param text as it was typed; the digits of a number
    public record OpenAnswer(String volunteer, String text) {}

    /// How many answers there are.
    public int size() {
        return given.stream().mapToInt(List::size).sum();
    }

    /// How many took part.
    public int volunteers() {
        var volunteers = new HashSet<String>();
        given.forEach(answers -> answers.forEach(answer -> volunteers.add(answer.volunteer())));
        return volunteers.size();
    }

    /// How many answered, a subject.
    public int[] numbers() {
        return given.stream().mapToInt(List::size).toArray();
    }

    /// These without one answer of some subjects.
    ///
    /// @param left for each subject which of its answers is left out; -1 for none
    public OpenAnswers without(int[] left) {
        var rest = new ArrayList<List<OpenAnswer>>(given.size());
        for (int i = 0; i < left.length; i++) {
            var answers = new ArrayList<>(given.get(i));
            if (left[i] >= 0) {
                answers.remove(left[i]);
            }
            rest.add(List.copyOf(answers));
        }
        return new OpenAnswers(subjects, rest);
    }
}
