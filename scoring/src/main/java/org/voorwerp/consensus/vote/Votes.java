package org.voorwerp.consensus.vote;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// All votes, grouped by subject. Four bytes a vote; subjects and volunteers stand in the order of their ids
/// and a subject's votes in the order of answer and volunteer, so that the same votes look the same whatever
/// the order in which they were read.
///
/// A vote is kept as its *cell*: the pair of a volunteer and an answer which that volunteer gave at least once.
/// Models hold one row of numbers a cell, so that their work space grows neither with the number of votes nor,
/// where volunteers use few of many classes, with the number of classes.
public final class Votes {

    /// The most classes there may be.
    public static final int MOST_CLASSES = Character.MAX_VALUE;

    private final List<String> classes;
    private final List<String> subjects;
    private final List<String> volunteers;
    private final int[] start;
    private final int[] cell;
    private final Cells cells;

    private Votes(
            List<String> classes,
            List<String> subjects,
            List<String> volunteers,
            int[] start,
            int[] cell,
            Cells cells) {
        this.classes = classes;
        this.subjects = subjects;
        this.volunteers = volunteers;
        this.start = start;
        this.cell = cell;
        this.cells = cells;
    }

    /// Takes over lists and arrays: nobody may change them afterwards, and `volunteer` is written over, since
    /// at a hundred million votes a copy would not fit.
    ///
    /// @param start where the votes of each subject begin, and the number of votes as one entry more
    /// @param volunteer who gave each vote, an index into `volunteers`
    /// @param answer what each vote is for, an index into `classes`
    /// @throws IllegalArgumentException if an index is none
    public static Votes of(
            List<String> classes,
            List<String> subjects,
            List<String> volunteers,
            int[] start,
            int[] volunteer,
            char[] answer) {
        if (classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "there are " + classes.size() + " classes; at most " + MOST_CLASSES + " can be told apart");
        }
        if (start.length != subjects.size() + 1 || start[subjects.size()] != volunteer.length) {
            throw new IllegalArgumentException("the votes do not end where the last subject's do");
        }
        var cells = Cells.replace(volunteers.size(), classes.size(), volunteer, answer);
        return new Votes(
                List.copyOf(classes),
                Collections.unmodifiableList(subjects),
                Collections.unmodifiableList(volunteers),
                start,
                volunteer,
                cells);
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
        return cell.length;
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
        return cells.volunteer(cell[vote]);
    }

    /// What a vote is for, an index into [#classes()].
    public int answer(int vote) {
        return cells.answer(cell[vote]);
    }

    /// The cell of a vote, an index into [#cells()].
    public int cell(int vote) {
        return cell[vote];
    }

    /// The pairs of volunteer and answer that occur.
    public Cells cells() {
        return cells;
    }

    /// How many votes each volunteer gave.
    public int[] given() {
        var given = new int[volunteers.size()];
        for (int c : cell) {
            given[cells.volunteer(c)]++;
        }
        return given;
    }

    /// Votes a class and subject, `[class][subject]`.
    public int[][] counts() {
        var counts = new int[classes.size()][subjects.size()];
        for (int i = 0; i < subjects.size(); i++) {
            for (int vote = start(i); vote < end(i); vote++) {
                counts[answer(vote)][i]++;
            }
        }
        return counts;
    }

    /// How many volunteers voted on a subject: fewer than its votes where repeats count.
    public int volunteersOf(int subject) {
        return (int) Arrays.stream(cell, start(subject), end(subject))
                .map(cells::volunteer)
                .distinct()
                .count();
    }

    /// These votes without some of them.
    ///
    /// @param left which votes are left out, rising
    public Votes without(int[] left) {
        var starts = new int[start.length];
        var kept = new int[size() - left.length];
        int next = 0;
        int to = 0;
        for (int i = 0; i < subjects.size(); i++) {
            starts[i] = to;
            for (int vote = start(i); vote < end(i); vote++) {
                if (next < left.length && left[next] == vote) {
                    next++;
                } else {
                    kept[to++] = cell[vote];
                }
            }
        }
        starts[subjects.size()] = to;
        return new Votes(classes, subjects, volunteers, starts, kept, cells);
    }
}
