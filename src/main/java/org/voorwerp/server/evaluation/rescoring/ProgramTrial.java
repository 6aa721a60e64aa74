package org.voorwerp.server.evaluation.rescoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.ParticipantVisibleException;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.build.source.SamplePredictions;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.program.ProgramMetric;
import org.voorwerp.server.metric.program.ProgramSource;

/// Tries a scoring program on the sample submission, as the build of a pack does: better the organiser reads at once
/// that it fails than every submission waits for a score that never comes.
@ApplicationScoped
class ProgramTrial {

    private final Challenges challenges;
    /// Programs take a processor and much memory; submissions are to be scored meanwhile.
    private final Semaphore turn = new Semaphore(1);

    ProgramTrial(Challenges challenges) {
        this.challenges = challenges;
    }

    /// Lets a program score the sample submission.
    ///
    /// @param truth by which it is to score
    /// @param folder in which it is to stand, as the metrics name it
    /// @throws Invalid if it fails, with its log, or one of its scores is missing. The log may quote the truth: for
    ///     organisers only
    void run(Challenge challenge, Truth truth, String folder, ProgramSource program) {
        var metrics = challenges.metrics(challenge, challenge.scoringVersion, folder, program).stream()
                .filter(metric -> metric.metric() instanceof ProgramMetric own
                        && own.source().equals(program))
                .toList();
        var kind = challenge.definition.taskKind();
        var sample = SamplePredictions.of(kind, truth.subjects().size());
        turn.acquireUninterruptibly();
        try {
            for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
                var rows = truth.part(part);
                if (rows.size() > 0) {
                    var comparison = new Comparison(kind, truth, sample, rows, null);
                    metrics.forEach(metric -> run(metric, comparison, part));
                }
            }
        } finally {
            turn.release();
        }
    }

    private static void run(ConfiguredMetric<?> metric, Comparison comparison, Part part) {
        try {
            metric.score(comparison);
        } catch (UndefinedScoreException | MetricFault e) {
            throw new Invalid("The program cannot be used. The metric " + metric.key()
                    + " of the sample submission, on the " + part.word() + " part: " + e.getMessage());
        } catch (ParticipantVisibleException e) {
            // The sample submission cannot be scored, but another one can.
        }
    }
}
