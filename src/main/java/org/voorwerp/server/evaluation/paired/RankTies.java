package org.voorwerp.server.evaluation.paired;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.voorwerp.board.Ties;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.truth.Truths;

/// Says how surely the teams of a final board stand where they stand. For boards that are open for good: it is made of
/// every subject's truth.
@ApplicationScoped
public class RankTies {

    /// Of longer boards the first places only.
    public static final int MOST_TEAMS = 200;

    /// And no more than can be drawn in a few seconds: teams times groups of subjects.
    private static final long MOST_NUMBERS = 3_000_000;

    private static final int KEPT = 64;

    private final KeptScores scores;
    private final Truths truths;
    private final Map<Question, FutureTask<Optional<Ties>>> known = new LinkedHashMap<>(16, 0.75f, true);

    RankTies(KeptScores scores, Truths truths) {
        this.scores = scores;
        this.truths = truths;
    }

    private record Question(UUID challenge, int version, Part part, List<UUID> submissions) {}

    /// The first places of a board.
    ///
    /// @param submissions by which the teams stand there, the first one first
    /// @return their places, in the same order as far as they go; empty if the metric does not say how subjects
    ///     move it
    public Optional<Ties> of(Challenge challenge, int version, Part part, Direction direction, List<UUID> submissions) {
        var first = submissions.stream().limit(MOST_TEAMS).toList();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var question = new Question(challenge.id, version, part, first);
        FutureTask<Optional<Ties>> answer;
        synchronized (known) {
            answer = known.computeIfAbsent(question, q -> new FutureTask<>(() -> make(challenge, q, direction)));
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        // Whoever comes first works it out, the others wait.
        answer.run();
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            synchronized (known) {
                known.remove(question);
            }
            throw new IllegalStateException("ties could not be worked out", e.getCause());
        }
    }

    private Optional<Ties> make(Challenge challenge, Question question, Direction direction) {
        var blobs = scores.blobs(question.submissions(), question.version());
        var first = estimate(question, blobs, question.submissions().getFirst());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var groups = groups(challenge, question, first.get().influence().length);
        int all = 1 + Arrays.stream(groups).max().orElse(0);
        int teams = (int) Math.clamp(MOST_NUMBERS / all, 2L, MOST_TEAMS);
        long seed = question.challenge().getMostSignificantBits()
                ^ question.challenge().getLeastSignificantBits();
        return Optional.of(Ties.of(
                estimates(question, blobs, teams, groups),
                IntStream.range(0, all).toArray(),
                direction,
                seed + question.version()));
    }

    /// How groups of subjects move the scores of the first so many teams, as far down the board as that is known. Of
    /// what is read no more is kept than this, a number a group: there may be many subjects.
    private List<Estimate> estimates(Question question, Map<UUID, String> blobs, int teams, int[] groups) {
        var estimates = new ArrayList<Estimate>();
        for (var submission : question.submissions()
                .subList(0, Math.min(teams, question.submissions().size()))) {
            var estimate = estimate(question, blobs, submission);
            if (estimate.isEmpty()) {
                break;
            }
            estimates.add(estimate.get().byGroup(groups));
        }
        return estimates;
    }

    private Optional<Estimate> estimate(Question question, Map<UUID, String> blobs, UUID submission) {
        return Optional.ofNullable(blobs.get(submission))
                .flatMap(scores::read)
                .flatMap(kept -> kept.of(question.part()));
    }

    /// The groups of a part's subjects, numbered from 0.
    private int[] groups(Challenge challenge, Question question, int subjects) {
        var alone = new int[subjects];
        Arrays.setAll(alone, i -> i);
        try {
            var all = truths.groups(question.challenge());
            if (all.isEmpty()) {
                return alone;
            }
            var truth = truths.read(question.challenge(), question.version(), challenge.definition.taskKind());
            var numbers = new HashMap<Integer, Integer>();
            var rows = truth.rows(question.part());
            var groups = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                groups[i] = numbers.computeIfAbsent(all.get()[rows[i]], g -> numbers.size());
            }
            return groups;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
