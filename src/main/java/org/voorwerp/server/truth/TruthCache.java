package org.voorwerp.server.truth;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;

/// The truths used most recently, in memory: at most so many, and at most so many bytes as files. The last one used
/// is
/// kept in any case.
final class TruthCache {

    private static final int LARGEST_COUNT = 32;
    private static final long LARGEST_SIZE = 256L << 20;

    /// A file, and how it is read.
    record Key(String blob, TaskKind kind) {}

    private record Kept(Truth truth, long bytes) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    synchronized @Nullable Truth get(Key key) {
        var found = kept.get(key);
        return found == null ? null : found.truth();
    }

    synchronized void put(Key key, Truth truth, long bytes) {
        kept.put(key, new Kept(truth, bytes));
        long sum = kept.values().stream().mapToLong(Kept::bytes).sum();
        var oldest = kept.values().iterator();
        while ((sum > LARGEST_SIZE || kept.size() > LARGEST_COUNT) && kept.size() > 1) {
            sum -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
