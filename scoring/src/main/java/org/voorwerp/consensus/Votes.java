package org.voorwerp.consensus;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All votes, grouped by subject. Eight bytes a vote; subjects and volunteers stand in the order of their ids and a
/// subject's votes in the order of answer and volunteer, so that the same votes look the same whatever the order in
/// which they were read.
public final class Votes {

    private final List<String> classes;
    private final List<String> subjects;
    private final List<String> volunteers;
    private final int[] start;
    private final int[] volunteer;
    private final int[] answer;

    /// @param start where the votes of each subject begin, and the number of votes as one entry more
    /// @param volunteer who gave each vote
    /// @param answer the class of each vote
    Votes(
            List<String> classes,
            List<String> subjects,
            List<String> volunteers,
            int[] start,
            int[] volunteer,
            int[] answer) {
        this.classes = List.copyOf(classes);
        this.subjects = List.copyOf(subjects);
        this.volunteers = List.copyOf(volunteers);
        this.start = start;
        this.volunteer = volunteer;
        this.answer = answer;
    }

    public List<String> classes() {
        return classes;
    }

    public List<String> subjects() {
        return subjects;
    }

    public List<String> volunteers() {
        return volunteers;
    }

    /// How many votes there are.
    public int size() {
        return answer.length;
    }

    /// The first vote of a subject; its votes are those from here to [#end].
    public int start(int subject) {
        return start[subject];
    }

    /// The vote after a subject's last.
    public int end(int subject) {
        return start[subject + 1];
    }

    /// Who gave a vote, an index into [#volunteers()].
    public int volunteer(int vote) {
        return volunteer[vote];
    }

    /// What a vote is for, an index into [#classes()].
    public int answer(int vote) {
        return answer[vote];
    }

    /// Votes a class and subject, `[class][subject]`.
    public int[][] counts() {
        var counts = new int[classes.size()][subjects.size()];
        for (int i = 0; i < subjects.size(); i++) {
            for (int vote = start(i); vote < end(i); vote++) {
                counts[answer[vote]][i]++;
            }
        }
        return counts;
    }

    /// How many volunteers voted on a subject: fewer than its votes where repeats count.
    public int volunteersOf(int subject) {
        return (int) Arrays.stream(volunteer, start(subject), end(subject))
                .distinct()
                .count();
    }

    /// These votes without some of them.
    ///
    /// @param left which votes are left out, rising
    Votes without(int[] left) {
        int kept = size() - left.length;
        var starts = new int[start.length];
        var volunteers = new int[kept];
        var answers = new int[kept];
        int next = 0;
        int to = 0;
        for (int i = 0; i < subjects.size(); i++) {
            starts[i] = to;
            for (int vote = start(i); vote < end(i); vote++) {
                if (next < left.length && left[next] == vote) {
                    next++;
                } else {
                    volunteers[to] = volunteer[vote];
                    answers[to++] = answer[vote];
                }
            }
        }
        starts[subjects.size()] = to;
        return new Votes(classes, subjects, this.volunteers, starts, volunteers, answers);
    }

    /// Numbers of votes as a table gives them.
    static int @Nullable [] rounded(double @Nullable [] number) {
        return number == null
                ? null
                : Arrays.stream(number)
                        .mapToInt(votes -> (int) Math.rint(votes))
                        .toArray();
    }
}
