package org.voorwerp.server.challenge.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.challenge.Definition.PhaseDefinition;
import org.voorwerp.server.challenge.Definition.Quota;
import org.voorwerp.server.http.Invalid;

/// A phase as organisers ask for it, with the fields of [org.voorwerp.server.challenge.PhaseView]; what is left out is
/// meant as in challenge.yaml.
public record PhaseRequest(
        @Nullable String name,
        @Nullable Instant starts,
        @Nullable Instant ends,
        @Nullable Instant lateUntil,
        @Nullable String part,
        @Nullable String board,
        @Nullable Boolean privateBoard,
        @Nullable Boolean carryOver,
        @Nullable Integer finals,
        @Nullable Integer perDay,
        @Nullable Integer total,
        @Nullable Integer atOnce,
        @Nullable Integer attempts) {

    private static final int LONGEST_NAME = 60;

    /// The same as a pack would say it.
    ///
    /// @throws Invalid if a field has no possible value
    PhaseDefinition definition() {
        if (name == null
                || name.isBlank()
                || !name.equals(name.strip())
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("name: a phase needs a name of at most " + LONGEST_NAME
                    + " characters, without spaces at its ends.");
        }
        if (starts == null) {
            throw new Invalid("starts: say when the phase begins, for example 2027-01-01T00:00:00Z.");
        }
        requireWord("part", part, "public", "private");
        requireWord("board", board, BoardShown.FULL.word(), BoardShown.OWN.word(), BoardShown.HIDDEN.word());
        requireNumber("finals", finals, 100);
        requireNumber("perDay", perDay, 100_000);
        requireNumber("total", total, 10_000_000);
        requireNumber("atOnce", atOnce, 100_000);
        requireNumber("attempts", attempts, 1_000_000);
        return new PhaseDefinition(
                name,
                starts,
                ends,
                lateUntil,
                part,
                board,
                privateBoard,
                carryOver,
                finals,
                new Quota(perDay, total, atOnce, attempts));
    }

    private static void requireWord(String field, @Nullable String word, String... words) {
        if (word != null && !java.util.List.of(words).contains(word)) {
            throw new Invalid(field + ": expected is " + String.join(" or ", words) + ".");
        }
    }

    private static void requireNumber(String field, @Nullable Integer number, int most) {
        if (number != null && (number < 1 || number > most)) {
            throw new Invalid(field + ": expected is a number from 1 to " + most + ".");
        }
    }
}
