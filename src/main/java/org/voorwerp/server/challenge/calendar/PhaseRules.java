package org.voorwerp.server.challenge.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.challenge.Definition.PhaseDefinition;
import org.voorwerp.server.challenge.Definition.Quota;
import org.voorwerp.server.challenge.Phase;

/// What must hold of a phase, in a pack and where an organiser changes one, and what is meant where nothing is said.
public final class PhaseRules {

    private static final int DAILY = 20;
    private static final Quota NO_QUOTA = new Quota(null, null, null, null);

    private PhaseRules() {}

    /// Tells what does not fit together.
    ///
    /// @param before the phase listed before it; null for the first
    /// @param problem told a key of challenge.yaml and what is wrong with it
    public static void check(
            PhaseDefinition phase, @Nullable PhaseDefinition before, BiConsumer<String, String> problem) {
        if (phase.ends() != null && !phase.ends().isAfter(phase.starts())) {
            problem.accept("ends", "the phase must end after it starts");
        }
        if (phase.lateUntil() != null
                && (phase.ends() == null || !phase.lateUntil().isAfter(phase.ends()))) {
            problem.accept("late-until", "late submissions are taken after the phase ends: name a time after ends");
        }
        if (Boolean.TRUE.equals(phase.privateBoard()) && phase.ends() == null) {
            problem.accept("private-board", "the private board opens when the phase ends: say when it ends");
        }
        if (isPrivate(phase)) {
            checkPrivate(phase, problem);
        }
        if (Boolean.TRUE.equals(phase.carryOver())) {
            checkCarryOver(phase, before, problem);
        }
    }

    private static void checkPrivate(PhaseDefinition phase, BiConsumer<String, String> problem) {
        if (phase.board() != null && !phase.board().equals(BoardShown.HIDDEN.word())) {
            problem.accept("board", "scores of the private part are nobody's before the end: the board must be hidden");
        }
        if (phase.ends() == null) {
            problem.accept("part", "a phase on the private part shows its board at its end: say when it ends");
        }
    }

    private static void checkCarryOver(
            PhaseDefinition phase, @Nullable PhaseDefinition before, BiConsumer<String, String> problem) {
        if (before == null) {
            problem.accept("carry-over", "there is no phase before this one whose submissions it could take over");
        } else if (before.ends() == null || before.ends().isAfter(phase.starts())) {
            problem.accept("carry-over", "the phase before this one must end by the time this one starts");
        }
    }

    /// Writes a definition into a phase.
    ///
    /// @param isLast whether no other phase ends later or never
    /// @param hasPrivatePart whether the challenge's truth has one
    public static void write(PhaseDefinition definition, Phase phase, boolean isLast, boolean hasPrivatePart) {
        var quota = Objects.requireNonNullElse(definition.quota(), NO_QUOTA);
        phase.name = definition.name();
        phase.startsAt = definition.starts();
        phase.endsAt = definition.ends();
        phase.lateUntil = definition.lateUntil();
        phase.perDay = Objects.requireNonNullElse(quota.perDay(), DAILY);
        phase.total = quota.total();
        phase.atOnce = quota.atOnce();
        phase.attempts = quota.attempts() == null
                ? (int) Math.min(1_000_000, Math.max(Phase.ATTEMPTS, 10L * phase.perDay))
                : quota.attempts();
        phase.part = Objects.requireNonNullElse(definition.part(), Part.PUBLIC.word());
        phase.board = isPrivate(definition)
                ? BoardShown.HIDDEN.word()
                : Objects.requireNonNullElse(definition.board(), BoardShown.FULL.word());
        boolean opens = Objects.requireNonNullElse(definition.privateBoard(), isLast || isPrivate(definition));
        phase.privateBoard = opens && hasPrivatePart && definition.ends() != null;
        phase.carryOver = Boolean.TRUE.equals(definition.carryOver());
        phase.finals = Objects.requireNonNullElse(definition.finals(), Phase.FINALS);
    }

    /// Whether a phase that ends then is one after which none of `others` is open.
    ///
    /// @param end of another; null if it has none
    public static <T> boolean isLast(@Nullable Instant ends, List<T> others, Function<T, @Nullable Instant> end) {
        if (ends == null) {
            return false;
        }
        for (var other : others) {
            var its = end.apply(other);
            if (its == null || its.isAfter(ends)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrivate(PhaseDefinition phase) {
        return Part.PRIVATE.word().equals(phase.part());
    }
}
