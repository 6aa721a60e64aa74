package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.voorwerp.board.BoardRule;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.leaderboard.standing.Tally;

/// What the challenge tells of the scores on its public part, here and everywhere else.
///
/// @param rule `full`: every score as it is; `rounded`: every score on a grid; `ladder`: a score only if it is better
///     than the one its team was told before, by more than one standard error of the difference between the two
///     submissions, and on a grid; `ladder-by-step`: the same, if it is better by more than the step of the grid
/// @param steps of the grids, by metric; empty where scores are told as they are
/// @param subjects behind the public board
/// @param asked for how many submissions there was an answer so far, by all scoring versions together; of the Ladder
///     that one is no better is an answer too. Those to phases whose board is hidden while they run had none
/// @param told how many scores were told so far, likewise
/// @param luck by how much the best of as many submissions, all equally good, would stand above its worth by chance
///     alone if their scores were told as they are: half the scale of the primary score times √(2 ln asked / subjects)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Disclosed(String rule, Map<String, BigDecimal> steps, int subjects, long asked, long told, double luck) {

    static Disclosed of(Disclosure disclosure, Tally tally) {
        var steps = new LinkedHashMap<String, BigDecimal>();
        disclosure.columns().forEach((metric, column) -> {
            if (column.grid() != null) {
                steps.put(metric, Objects.requireNonNull(column.grid()).step());
            }
        });
        double scale = disclosure.columns().values().iterator().next().scale();
        return new Disclosed(
                word(disclosure.rule()),
                steps,
                disclosure.subjects(),
                tally.asked(),
                tally.told(),
                scale / 2 * Math.sqrt(2 * Math.log(Math.max(1, tally.asked())) / disclosure.subjects()));
    }

    /// A rule's word.
    public static String word(BoardRule rule) {
        return switch (rule) {
            case BoardRule.Full _ -> "full";
            case BoardRule.Rounded _ -> "rounded";
            case BoardRule.Ladder _ -> "ladder-by-step";
            case BoardRule.FreeLadder _ -> "ladder";
        };
    }
}
