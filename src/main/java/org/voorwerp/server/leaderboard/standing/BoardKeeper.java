package org.voorwerp.server.leaderboard.standing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.challenge.disclosure.Disclosure;

/// Keeps boards in memory, and brings them up to date before it hands them out: what is committed when somebody asks
/// is in the answer.
@ApplicationScoped
public class BoardKeeper {

    /// How many challenges' boards are kept.
    private static final int KEPT = 64;

    private static final String NOW = """
            select c.id, c.scoring_version, coalesce(b.number, 0), coalesce(b.of_all, 0)
            from challenge c left join board_change b on b.challenge_id = c.id where c.slug = ?
            """;

    private final DataSource database;
    private final Challenges challenges;
    private final Moment moment;
    private final KeptErrors keptErrors;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    BoardKeeper(DataSource database, Challenges challenges, Moment moment, KeptErrors keptErrors) {
        this.database = database;
        this.challenges = challenges;
        this.moment = moment;
        this.keptErrors = keptErrors;
    }

    /// @param version null for the one that is shown
    private record Key(String slug, @Nullable Integer version) {}

    /// What the database says of a challenge now.
    private record Now(UUID challenge, int version, long number, long ofAll) {}

    /// The boards of a challenge; empty if there is no such challenge, or no such version of it yet.
    ///
    /// @param version a scoring version; null for the one that is shown
    public Optional<Current> boards(String slug, @Nullable Integer version) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            var found = kept(new Key(slug, version));
            return found.isEmpty() ? Optional.empty() : found.get().now();
        });
    }

    /// Only what exists is kept, so that asking for what does not costs no memory.
    private Optional<Kept> kept(Key key) throws SQLException {
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        if (now(key).isEmpty()) {
            return Optional.empty();
        }
        synchronized (kept) {
            var made = kept.computeIfAbsent(key, Kept::new);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return Optional.of(made);
        }
    }

    private Optional<Now> now(Key key) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NOW)) {
            statement.setString(1, key.slug());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                int shown = row.getInt(2);
                int version = key.version() == null ? shown : key.version();
                return version < 1 || version > shown
                        ? Optional.empty()
                        : Optional.of(new Now(row.getObject(1, UUID.class), version, row.getLong(3), row.getLong(4)));
            }
        }
    }

    /// One challenge's boards in one version.
    private final class Kept {

        private final Key key;
        private final SharedLook<Optional<Current>> looks = new SharedLook<>();
        /// Of the last look, of which there is one at a time.
        private volatile @Nullable Current current;

        Kept(Key key) {
            this.key = key;
        }

        /// The boards as of some moment after this call.
        Optional<Current> now() throws Exception {
            return looks.ask(() -> {
                var now = BoardKeeper.this.now(key);
                current = now.isEmpty() ? null : upToDate(now.get());
                return Optional.ofNullable(current);
            });
        }

        private Current upToDate(Now now) throws SQLException {
            var known = current;
            if (known == null || !isStill(known, now) || known.boards().number() < now.ofAll()) {
                return made(now);
            }
            if (known.boards().number() >= now.number()) {
                return known;
            }
            var errors = keptErrors.of(now.version());
            var changed =
                    moment.read(c -> known.boards().changed(c, now.challenge(), now.version(), errors, now.number()));
            errors.keep();
            return changed == null ? made(now) : known.with(changed);
        }

        private static boolean isStill(Current known, Now now) {
            return known.version() == now.version() && known.challenge().id.equals(now.challenge());
        }
    }

    private Current made(Now now) throws SQLException {
        // Read after `now`: what has changed since will be seen as a change the next time.
        var challenge = QuarkusTransaction.requiringNew().call(() -> Challenge.<Challenge>findById(now.challenge()));
        var phases = QuarkusTransaction.requiringNew().call(challenge::phases);
        var rules = rules(challenge, now.version(), phases);
        var errors = keptErrors.of(now.version());
        var boards = moment.read(c -> BoardsOf.read(c, now.challenge(), now.version(), rules, errors, now.number()));
        errors.keep();
        return new Current(challenge, phases, now.version(), boards);
    }

    /// The boards of any version, also of one that is not shown yet. They are read anew and not kept.
    ///
    /// @throws IllegalArgumentException if there is no such challenge
    public BoardsOf readAnew(String slug, int version) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            var now = now(new Key(slug, null)).orElseThrow(() -> new IllegalArgumentException("no challenge " + slug));
            return made(new Now(now.challenge(), version, now.number(), now.ofAll()))
                    .boards();
        });
    }

    /// Some teams' submissions with the scores that may be shown, folded by the rules of `current`.
    public Map<UUID, TeamFold> folds(Current current, Collection<UUID> teams) {
        var rules = current.boards().rules();
        var errors = keptErrors.of(current.version());
        var found = moment.read(connection -> {
            var folds = new LinkedHashMap<UUID, TeamFold>();
            new Entries(connection, current.challenge().id, current.version(), rules.metrics())
                    .read(teams, team -> folds.put(team.team(), new TeamFold(rules, team, errors)));
            return folds;
        });
        errors.keep();
        return found;
    }

    /// What the boards of a version are made by.
    public Rules rules(Challenge challenge, int version, List<Phase> phases) {
        var definition = challenges.definition(challenge, version);
        var metrics = challenges.metrics(challenge, version);
        return Rules.of(
                metrics,
                definition.metrics(),
                definition.metricKeys(),
                definition.rankBy() == null ? "primary" : definition.rankBy(),
                Disclosure.of(challenge, definition, metrics),
                phases);
    }
}
