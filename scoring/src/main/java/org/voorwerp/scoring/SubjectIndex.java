package org.voorwerp.scoring;

import java.lang.ref.WeakReference;
import java.util.List;
import org.voorwerp.table.index.TextBatch;
import org.voorwerp.table.index.TextIndex;
import org.voorwerp.table.index.TextIndexBuilder;

/// The ids of a challenge's test subjects, in the order of its test file. It knows no labels, so that whatever
/// checks a file against it can tell nobody anything about the truth.
public final class SubjectIndex {

    private final TextIndex ids;

    /// The index that was last found to have the same ids: comparing them takes its time, and is done for every file.
    private volatile WeakReference<SubjectIndex> same = new WeakReference<>(null);

    private SubjectIndex(TextIndex ids) {
        this.ids = ids;
        int empty = ids.position("");
        if (empty >= 0) {
            throw new IllegalArgumentException("empty id at position " + empty);
        }
    }

    /// @throws IllegalArgumentException if an id is empty or appears twice
    public static SubjectIndex of(List<String> ids) {
        return new SubjectIndex(TextIndex.of(ids));
    }

    /// @throws IllegalArgumentException if an id is empty or appears twice
    public static SubjectIndex of(TextIndexBuilder ids) {
        return new SubjectIndex(ids.build());
    }

    public int size() {
        return ids.size();
    }

    /// The id at a position, made anew at each call.
    public String id(int position) {
        return ids.get(position);
    }

    /// All ids, each made anew when it is asked for.
    public List<String> ids() {
        return ids.asList();
    }

    /// The position of an id, or -1 if it is not one of the test subjects.
    public int position(String id) {
        return ids.position(id);
    }

    /// Whether another index has the same ids in the same order.
    public boolean hasSameIds(SubjectIndex other) {
        if (this == other || same.refersTo(other)) {
            return true;
        }
        boolean equal = ids.hasSameTexts(other.ids);
        if (equal) {
            same = new WeakReference<>(other);
        }
        return equal;
    }

    /// Finds the positions of many ids at once.
    ///
    /// @param guess where the first may well be: the position after the last one, if the file is in the order
    ///     of the test file
    void lookUp(TextBatch batch, int guess) {
        ids.lookUp(batch, guess);
    }

    /// The position of the id that `text` holds as UTF-8, or -1.
    int position(byte[] text, int from, int to) {
        return ids.position(text, from, to);
    }

    /// How long the longest id is, in bytes.
    int longest() {
        return ids.longest();
    }
}
