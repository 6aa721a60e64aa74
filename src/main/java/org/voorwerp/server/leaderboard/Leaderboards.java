package org.voorwerp.server.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.leaderboard.Ranking.Place;
import org.voorwerp.server.submission.Standings;
import org.voorwerp.server.submission.Submission;

/// The boards of challenges. A board is made of the rows in the database alone, and made anew when they have changed.
@ApplicationScoped
public class Leaderboards implements Standings {

    /// How many boards are kept between requests.
    private static final int KEPT = 64;

    private final Challenges challenges;
    private final Entries entries;
    private final Map<UUID, Made> kept = new LinkedHashMap<>(16, 0.75f, true);

    Leaderboards(Challenges challenges, Entries entries) {
        this.challenges = challenges;
        this.entries = entries;
    }

    /// A board, and the submissions it is of.
    private record Made(String stamp, Board board, List<Place> places) {}

    /// The board that everybody may see.
    @Transactional
    public Board board(Challenge challenge) {
        return made(challenge).board();
    }

    @Override
    @Transactional
    public Map<UUID, Standing> of(Challenge challenge, List<Submission> submissions) {
        var teams = submissions.stream().map(s -> s.teamId).collect(Collectors.toSet());
        if (teams.isEmpty()) {
            return Map.of();
        }
        var places = made(challenge).places();
        var ofTeams = entries.ofTeams(challenge, metrics(challenge), teams);
        var standings = new HashMap<UUID, Standing>();
        for (var entry : BoardRule.shown(ofTeams)) {
            var place = place(places, entry);
            boolean best = place != null && place.best().equals(entry.submission());
            var rank = place == null ? null : place.row().rank();
            standings.put(entry.submission(), new Standing(entry.scores(), rank, best));
        }
        return standings;
    }

    private static @Nullable Place place(List<Place> places, Entry entry) {
        for (var place : places) {
            if (place.team().equals(entry.team())) {
                return place;
            }
        }
        return null;
    }

    private Made made(Challenge challenge) {
        var stamp = entries.stamp(challenge);
        synchronized (kept) {
            var known = kept.get(challenge.id);
            if (known != null && known.stamp().equals(stamp)) {
                return known;
            }
        }
        var made = make(challenge, stamp);
        synchronized (kept) {
            kept.put(challenge.id, made);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }

    private Made make(Challenge challenge, String stamp) {
        var metrics = metrics(challenge);
        var places = new Ranking(metrics.getFirst()).places(entries.of(challenge, metrics));
        var rows = places.stream().map(Place::row).toList();
        return new Made(stamp, new Board(challenge.slug, challenge.scoringVersion, metrics, rows), places);
    }

    private List<BoardMetric> metrics(Challenge challenge) {
        return challenges.metrics(challenge).stream().map(BoardMetric::of).toList();
    }
}
