package org.voorwerp.server.evaluation.suspicion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.voorwerp.board.Fingerprint;
import org.voorwerp.scoring.Labels;
import org.voorwerp.server.challenge.Challenge;

/// Looks through a challenge's fingerprints. Signs for organisers to look at, never proofs.
@ApplicationScoped
public class Suspicions {

    /// Near copies are looked for among the latest submissions of so many teams.
    private static final int MOST_TEAMS = 1000;

    private static final int MOST_TOLD = 500;
    private static final int FETCHED_AT_ONCE = 500;

    /// More than this share predicted alike, and the rest not, looks like a probe.
    private static final double MUCH_CONSTANT = 0.5;

    /// Less than this share changed against the team's file before does, too.
    private static final double LITTLE_CHANGED = 0.01;

    private static final String FINGERPRINTS = """
            select s.id, s.team_id, t.name, s.accepted_order, f.digest, f.sample
            from submission s join team t on t.id = s.team_id join fingerprint f on f.submission_id = s.id
            where s.challenge_id = ? and t.kind = 'participants' order by s.team_id, s.accepted_order
            """;

    private static final int KEPT = 32;

    private final DataSource database;
    /// Looking reads all fingerprints: one at a time, and not again while nothing has changed.
    private final Semaphore looking = new Semaphore(1);

    private final Map<UUID, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    Suspicions(DataSource database) {
        this.database = database;
    }

    /// One of a team's submissions.
    ///
    /// @param order its place in the order of acceptance
    public record Sent(UUID id, String team, long order) {}

    /// Submissions of two teams that predict nearly the same.
    ///
    /// @param agreement the share of sampled subjects that both predict alike, to five digits; 1 for the same
    ///     predictions throughout
    public record Copy(Sent first, Sent second, double agreement) {}

    /// A file that looks made to read the truth from its score.
    ///
    /// @param constantShare the share of sampled subjects with the most frequent prediction
    /// @param changedShare the share predicted otherwise than in the team's file before; null for its first
    /// @param reason in words
    public record Probe(
            Sent submission, double constantShare, @Nullable Double changedShare, String reason) {}

    /// All of a challenge, at most 500 of each.
    public record Found(List<Copy> copies, List<Probe> probes) {}

    /// A submission and its fingerprint, which is large.
    record Kept(Sent sent, UUID team, Fingerprint fingerprint) {}

    private record First(Sent sent, UUID team) {}

    /// What was found when so many changes of the challenge's boards (V10) had been counted: every result and every
    /// change of a team is one.
    private record Known(long change, Found found) {}

    /// What there is in a challenge.
    public Found of(Challenge challenge) {
        boolean labels = challenge.definition.taskKind() instanceof Labels;
        looking.acquireUninterruptibly();
        try {
            return QuarkusTransaction.suspendingExisting().call(() -> read(challenge, labels));
        } finally {
            looking.release();
        }
    }

    private Found read(Challenge challenge, boolean labels) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // Counted first: what changes meanwhile is at worst looked for once more.
                long change = change(connection, challenge);
                var before = known.get(challenge.id);
                if (before != null && before.change() == change) {
                    return before.found();
                }
                var found = look(connection, challenge, labels);
                known.put(challenge.id, new Known(change, found));
                if (known.size() > KEPT) {
                    known.remove(known.keySet().iterator().next());
                }
                return found;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static long change(Connection connection, Challenge challenge) throws SQLException {
        try (var statement = connection.prepareStatement("select number from board_change where challenge_id = ?")) {
            statement.setObject(1, challenge.id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static Found look(Connection connection, Challenge challenge, boolean labels) throws SQLException {
        var look = new Look(labels);
        try (var statement = connection.prepareStatement(FINGERPRINTS)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            statement.setObject(1, challenge.id);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    look.at(new Kept(
                            new Sent(rows.getObject(1, UUID.class), rows.getString(3), rows.getLong(4)),
                            rows.getObject(2, UUID.class),
                            Fingerprints.read(rows.getLong(5), rows.getBytes(6))));
                }
            }
        }
        return look.found();
    }

    /// Goes through submissions team by team, each team's in the order of acceptance.
    static final class Look {

        private final boolean labels;
        private final List<Probe> probes = new ArrayList<>();
        private final List<Copy> copies = new ArrayList<>();
        private final Map<Long, First> byDigest = new HashMap<>();
        private final Map<UUID, Kept> latest = new LinkedHashMap<>();
        private @Nullable Kept before;

        Look(boolean labels) {
            this.labels = labels;
        }

        void at(Kept kept) {
            probe(kept, before != null && before.team().equals(kept.team()) ? before : null, labels, probes);
            sameAs(byDigest, kept, copies);
            if (latest.size() < MOST_TEAMS || latest.containsKey(kept.team())) {
                latest.put(kept.team(), kept);
            }
            before = kept;
        }

        Found found() {
            nearly(latest, copies);
            return new Found(copies, probes);
        }
    }

    private static void probe(Kept now, @Nullable Kept before, boolean labels, List<Probe> probes) {
        double constant = mostFrequent(now.fingerprint().sample());
        Double changed = before == null ? null : 1 - now.fingerprint().agreement(before.fingerprint());
        String reason = null;
        // Labels are few, so that many are alike says nothing.
        if (!labels && constant > MUCH_CONSTANT && constant < 1) {
            reason = "more than half of the subjects have one and the same prediction, the others not";
        } else if (changed != null && changed > 0 && changed < LITTLE_CHANGED) {
            reason = "less than one prediction in a hundred differs from the team's file before";
        }
        if (reason != null && probes.size() < MOST_TOLD) {
            probes.add(new Probe(now.sent(), constant, changed, reason));
        }
    }

    private static double mostFrequent(int[] sample) {
        var sorted = sample.clone();
        Arrays.sort(sorted);
        int most = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            for (to = from; to < sorted.length && sorted[to] == sorted[from]; to++) {
                // on to the next that is different
            }
            most = Math.max(most, to - from);
        }
        return most / (double) Math.max(1, sorted.length);
    }

    /// The same predictions throughout, whenever both were sent.
    private static void sameAs(Map<Long, First> byDigest, Kept kept, List<Copy> copies) {
        var first = byDigest.putIfAbsent(kept.fingerprint().digest(), new First(kept.sent(), kept.team()));
        if (first != null && !first.team().equals(kept.team()) && copies.size() < MOST_TOLD) {
            copies.add(new Copy(first.sent(), kept.sent(), 1));
        }
    }

    private static void nearly(Map<UUID, Kept> latest, List<Copy> copies) {
        var all = List.copyOf(latest.values());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i && copies.size() < MOST_TOLD; j++) {
                double agreement = all.get(j).fingerprint().agreement(all.get(i).fingerprint());
                boolean isSame = all.get(j).fingerprint().digest()
                        == all.get(i).fingerprint().digest();
                if (agreement > Fingerprint.COPY && !isSame) {
                    copies.add(new Copy(all.get(j).sent(), all.get(i).sent(), agreement));
                }
            }
        }
    }
}
