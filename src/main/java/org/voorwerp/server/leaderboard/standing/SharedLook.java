package org.voorwerp.server.leaderboard.standing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Something that many ask for at once and that is looked up for all of them together. Each gets what a look found that
/// began after he or she had asked, so nobody is told of a moment before the question; and however many ask, one look
/// is under way and one is to follow. Those who wait are all let go at once: with a lock they would be one after
/// another, each waking the next, which for hundreds takes longer than the look.
final class SharedLook<T> {

    private @Nullable CompletableFuture<T> underWay;
    private @Nullable CompletableFuture<T> toFollow;

    /// What a look finds that begins after this call.
    ///
    /// @param look called by one of those who ask, never by two at the same time
    /// @throws Exception what the look threw, to all for whom it was made
    T ask(Callable<T> look) throws Exception {
        CompletableFuture<T> mine;
        CompletableFuture<T> before = null;
        boolean isLooking;
        synchronized (this) {
            isLooking = toFollow == null;
            if (toFollow == null) {
                toFollow = new CompletableFuture<>();
                before = underWay;
            }
            mine = toFollow;
        }
        if (isLooking) {
            look(look, mine, before);
        }
        try {
            return mine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void look(Callable<T> look, CompletableFuture<T> mine, @Nullable CompletableFuture<T> before) {
        if (before != null) {
            // Whether that one failed is for those to know who wait for it.
            before.handle((_, _) -> true).join();
        }
        synchronized (this) {
            underWay = mine;
            // Whoever asks from here on may mean a later moment.
            toFollow = null;
        }
        try {
            mine.complete(look.call());
        } catch (Throwable e) {
            mine.completeExceptionally(e);
        }
    }
}
