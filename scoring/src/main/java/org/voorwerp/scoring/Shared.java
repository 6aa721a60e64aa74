package org.voorwerp.scoring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// What several metrics of one submission need alike, e.g. the order of a column: worked out once for all that are
/// scored together, see [Scoring] and [Comparison], whichever asks first.
public final class Shared {

    private static final ScopedValue<Shared> CURRENT = ScopedValue.newInstance();

    private final Map<Object, FutureTask<?>> known = new ConcurrentHashMap<>();

    Shared() {}

    /// Runs work in which [#once] shares what it works out.
    <T> T in(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// What `work` gives: from whoever did it before, if anybody.
    ///
    /// @param key stands for all that `work` depends on: a record of arrays, say, which are the same if they are
    ///     the same object
    public static <T> T once(Object key, Supplier<T> work) {
        return CURRENT.isBound() ? CURRENT.get().done(key, work) : work.get();
    }

    /// What a task gives, or throws.
    static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scoring", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// As [#once], for this.
    <T> T done(Object key, Supplier<T> work) {
        @SuppressWarnings("unchecked") // The same key is always asked for the same.
        var task = (FutureTask<T>) known.computeIfAbsent(key, _ -> new FutureTask<>(work::get));
        task.run();
        return result(task);
    }
}
