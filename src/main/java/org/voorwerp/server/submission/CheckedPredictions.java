package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Predictions.TextCells;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;

/// What was read of files while they were taken in, kept for a moment: mostly a worker of this server scores them next
/// and need not read them again. Whoever finds nothing here reads the stored file.
///
/// Nothing of the truth comes here, and nothing is lost when the server ends.
@ApplicationScoped
public class CheckedPredictions {

    /// What a text needs beside its characters.
    private static final int TEXT_BYTES = 56;

    /// A file, as a challenge reads it.
    private record Key(UUID challenge, String blob) {}

    /// @param subjects the subjects in whose order the predictions are
    private record Checked(TaskKind kind, SubjectIndex subjects, Predictions predictions, long bytes) {}

    private final Map<Key, Checked> kept = new LinkedHashMap<>();
    private final long room;
    private long size;

    /// With room for an eighth of the server's memory.
    public CheckedPredictions() {
        this(Runtime.getRuntime().maxMemory() / 8);
    }

    /// @param room in bytes
    CheckedPredictions(long room) {
        this.room = room;
    }

    /// Keeps predictions; the oldest go where there is no room. What has no room at all is not kept.
    synchronized void put(UUID challenge, String blob, TaskKind kind, SubjectIndex subjects, Predictions predictions) {
        remove(challenge, blob);
        long bytes = bytes(predictions);
        if (bytes > room) {
            return;
        }
        Iterator<Checked> oldest = kept.values().iterator();
        while (size + bytes > room) {
            size -= oldest.next().bytes();
            oldest.remove();
        }
        kept.put(new Key(challenge, blob), new Checked(kind, subjects, predictions, bytes));
        size += bytes;
    }

    /// Drops predictions that nobody will score.
    void forget(UUID challenge, String blob) {
        remove(challenge, blob);
    }

    /// Takes the predictions of a file out.
    ///
    /// @param kind how they must have been read
    /// @param subjects in whose order they must be
    public Optional<Predictions> take(UUID challenge, String blob, TaskKind kind, SubjectIndex subjects) {
        var checked = remove(challenge, blob);
        return checked != null
                        && checked.kind().equals(kind)
                        && checked.subjects().hasSameIds(subjects)
                ? Optional.of(checked.predictions())
                : Optional.empty();
    }

    private synchronized @Nullable Checked remove(UUID challenge, String blob) {
        var checked = kept.remove(new Key(challenge, blob));
        if (checked != null) {
            size -= checked.bytes();
        }
        return checked;
    }

    private static long bytes(Predictions predictions) {
        long bytes = 0;
        for (var cells : predictions.columns()) {
            bytes += switch (cells) {
                case NumberCells(var values) -> 8L * values.length;
                case ClassCells(var indices) -> 4L * indices.length;
                case TextCells(var texts) ->
                    texts.stream()
                            .mapToLong(text -> TEXT_BYTES + 2L * text.length())
                            .sum();
            };
        }
        return bytes;
    }
}
