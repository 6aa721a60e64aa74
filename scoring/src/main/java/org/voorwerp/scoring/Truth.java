package org.voorwerp.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The held-out truth: for every subject of the test set the volunteers' consensus and the part it belongs to.
/// All arrays follow the order of `subjects`.
///
/// @param subjects the ids of the test set
/// @param parts one a subject
/// @param votes how many volunteers stand behind each subject, or null where that is not known
/// @param answers the consensus itself
public record Truth(SubjectIndex subjects, Part[] parts, int @Nullable [] votes, Answers answers) {

    // Written out, because in a compact constructor the compiler forgets that votes may be null.
    public Truth(SubjectIndex subjects, Part[] parts, int @Nullable [] votes, Answers answers) {
        if (parts.length != subjects.size()) {
            throw new IllegalArgumentException(parts.length + " parts for " + subjects.size() + " subjects");
        }
        this.subjects = subjects;
        this.parts = parts;
        this.votes = votes;
        this.answers = answers;
    }

    /// The consensus of all subjects. Which form it has depends on the task kind.
    public sealed interface Answers {}

    /// A class a subject, and the votes behind it where they are known.
    ///
    /// @param classes the task's classes
    /// @param labels index of the class
    /// @param fractions vote fractions `[class][subject]`, or null for plain labels
    public record ClassAnswers(List<String> classes, int[] labels, double @Nullable [][] fractions)
            implements Answers {}

    /// Numbers, `[column][subject]`.
    public record ValueAnswers(List<String> columns, double[][] values) implements Answers {}

    /// A text a subject.
    public record TextAnswers(List<String> texts) implements Answers {
        public TextAnswers {
            texts = List.copyOf(texts);
        }
    }

    /// The subjects of one part, in order.
    public Rows part(Part part) {
        int size = size(part);
        return size == parts.length ? Rows.first(size) : Rows.at(rows(part));
    }

    private int size(Part part) {
        int size = 0;
        for (var each : parts) {
            size += each == part ? 1 : 0;
        }
        return size;
    }

    /// The positions of the subjects of one part, rising.
    public int[] rows(Part part) {
        int count = size(part);
        var rows = new int[count];
        for (int row = 0, next = 0; next < count; row++) {
            if (parts[row] == part) {
                rows[next++] = row;
            }
        }
        return rows;
    }
}
