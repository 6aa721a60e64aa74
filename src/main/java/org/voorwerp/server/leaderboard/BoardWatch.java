package org.voorwerp.server.leaderboard;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.NotFound;

/// Tells those who watch a board when it has changed. However many watch, one thread asks once a second, and where
/// nothing has changed that is a comparison of two numbers; so it also sees what another server has scored.
@ApplicationScoped
public class BoardWatch {

    private static final Logger LOG = Logger.getLogger(BoardWatch.class);

    /// How many may watch at once, over all boards. Others are told to look again by themselves.
    static final int MOST = 1000;

    /// After this a watcher has to come again, so that places are not held for ever.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final long LOOK_MILLIS = 1000;
    /// So often something is sent, so that neither a proxy nor we keep a connection that nobody holds any more.
    private static final int BEATS = 20;

    /// What is sent.
    ///
    /// @param tag of the board as it is now; null for a mere sign of life
    public record Sign(@Nullable String tag) {}

    private record Watched(String slug, BoardQuery query) {}

    /// Those who watch a board.
    private static final class Watchers {
        private final Set<MultiEmitter<? super Sign>> emitters = ConcurrentHashMap.newKeySet();
        private volatile String tag;

        Watchers(String tag) {
            this.tag = tag;
        }
    }

    private final Leaderboards leaderboards;
    private final BoardAnswer answer;
    private final Map<Watched, Watchers> watched = new ConcurrentHashMap<>();
    private final AtomicInteger watching = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("boards-watched").daemon().factory());
    private final Thread atExit = new Thread(this::end, "end-watching-boards");
    private int beat;

    BoardWatch(Leaderboards leaderboards, BoardAnswer answer) {
        this.leaderboards = leaderboards;
        this.answer = answer;
        clock.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        // A server that ends waits for the requests it has; these would not end by themselves.
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Watches a board as everybody sees it: first its tag as it is, then its tag whenever that changes.
    ///
    /// @return empty where too many watch already
    /// @throws NotFound if there is no such board that everybody may see
    public Optional<Multi<Sign>> watch(String slug, BoardQuery query) {
        var board = new Watched(slug, query.ofWholeBoard());
        var tag = tag(board);
        if (watching.get() >= MOST) {
            return Optional.empty();
        }
        var signs = Multi.createFrom().<Sign>emitter(emitter -> {
            watching.incrementAndGet();
            var watchers = watched.compute(board, (b, known) -> {
                var all = known == null ? new Watchers(tag) : known;
                all.emitters.add(emitter);
                return all;
            });
            emitter.onTermination(() -> leave(board, emitter));
            emitter.emit(new Sign(watchers.tag));
        });
        return Optional.of(signs.select().first(LONGEST));
    }

    /// The tag of a board as everybody sees it now.
    ///
    /// @throws NotFound as [#watch]
    public String tag(String slug, BoardQuery query) {
        return tag(new Watched(slug, query.ofWholeBoard()));
    }

    /// How many watch now.
    int watching() {
        return watching.get();
    }

    private void leave(Watched board, MultiEmitter<? super Sign> emitter) {
        watched.computeIfPresent(board, (b, watchers) -> {
            if (watchers.emitters.remove(emitter)) {
                watching.decrementAndGet();
            }
            return watchers.emitters.isEmpty() ? null : watchers;
        });
    }

    private String tag(Watched board) {
        return answer.tag(leaderboards.view(board.slug(), board.query(), Optional.empty()));
    }

    private void look() {
        boolean alive = ++beat % BEATS == 0;
        watched.forEach((board, watchers) -> {
            try {
                var now = tag(board);
                boolean changed = !now.equals(watchers.tag);
                watchers.tag = now;
                if (changed || alive) {
                    watchers.emitters.forEach(emitter -> emitter.emit(new Sign(changed ? now : null)));
                }
            } catch (NotFound gone) {
                watchers.emitters.forEach(MultiEmitter::complete);
            } catch (RuntimeException e) {
                // The database may be out of reach; the next look will tell.
                LOG.debugf(e, "the board of %s could not be looked at", board.slug());
            }
        });
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.trace("the machine is going down already");
        }
    }

    private void end() {
        watched.values().forEach(watchers -> watchers.emitters.forEach(MultiEmitter::complete));
    }
}
