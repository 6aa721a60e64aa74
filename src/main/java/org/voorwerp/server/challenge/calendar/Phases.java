package org.voorwerp.server.challenge.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Definition.PhaseDefinition;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.challenge.PhaseView;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// Adds and changes phases, also when the challenge is running. What was done is logged with what was there before.
@ApplicationScoped
public class Phases {

    private static final int MOST = 50;

    private final Challenges challenges;
    private final OrganiserLog log;
    private final Clock clock;

    Phases(Challenges challenges, OrganiserLog log, Clock clock) {
        this.challenges = challenges;
        this.log = log;
        this.clock = clock;
    }

    /// Adds a phase after the others.
    ///
    /// @throws Forbidden unless the caller organises the challenge
    /// @throws Invalid if the phase makes no sense
    /// @throws PhaseRefused if there is one of that name, or there are too many
    @Transactional
    public PhaseView add(String slug, PhaseRequest request, Optional<Caller> caller) {
        var challenge = organised(slug, caller);
        var others = challenge.phases();
        if (others.size() >= MOST) {
            throw new PhaseRefused("A challenge has at most " + MOST + " phases.");
        }
        var phase = new Phase();
        phase.id = UUID.randomUUID();
        phase.challengeId = challenge.id;
        phase.position = others.isEmpty() ? 0 : others.getLast().position + 1;
        write(challenge, request, phase, others, others.isEmpty() ? null : others.getLast());
        phase.persist();
        var view = PhaseView.of(phase, clock.instant());
        log.add(challenge, caller, "phase added", phase.name, view.toString());
        return view;
    }

    /// Changes a phase to what is asked for.
    ///
    /// @throws Forbidden unless the caller organises the challenge
    /// @throws NotFound if there is no such phase
    /// @throws Invalid if the phase makes no sense
    /// @throws PhaseRefused if its final board is open, so that what it would hide is known
    @Transactional
    public PhaseView change(String slug, String name, PhaseRequest request, Optional<Caller> caller) {
        var challenge = organised(slug, caller);
        var phases = challenge.phases();
        var phase = phases.stream()
                .filter(p -> p.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("The challenge has no phase of that name."));
        var now = clock.instant();
        var was = PhaseView.of(phase, now);
        int index = phases.indexOf(phase);
        var others = phases.stream().filter(p -> p != phase).toList();
        write(challenge, request, phase, others, index == 0 ? null : phases.get(index - 1));
        var is = PhaseView.of(phase, now);
        boolean wasOpened = was.ends() != null
                && !now.isBefore(was.ends())
                && (was.privateBoard() || was.part().equals(Part.PRIVATE.word()));
        if (wasOpened
                && !(Objects.equals(was.ends(), is.ends())
                        && was.part().equals(is.part())
                        && was.privateBoard() == is.privateBoard())) {
            throw new PhaseRefused("The board of the private part has been open since " + was.ends()
                    + ": the phase's end, part and private board cannot change any more. Add a phase instead.");
        }
        log.add(challenge, caller, "phase changed", name, was + " became " + is);
        return is;
    }

    private static void write(
            Challenge challenge, PhaseRequest request, Phase phase, List<Phase> others, @Nullable Phase before) {
        var definition = request.definition();
        if (others.stream().anyMatch(other -> other.name.equals(definition.name()))) {
            throw new PhaseRefused("There is a phase of that name already.");
        }
        var problems = new ArrayList<String>();
        PhaseRules.check(
                definition,
                before == null ? null : dates(before),
                (key, message) -> problems.add(key + ": " + message));
        if (!problems.isEmpty()) {
            throw new Invalid(String.join("; ", problems) + ".");
        }
        boolean hasPrivatePart = !Objects.equals(challenge.definition.holdout().publicShare(), 1.0);
        if (Part.PRIVATE.word().equals(definition.part()) && !hasPrivatePart) {
            throw new Invalid("part: the truth of this challenge has no private part.");
        }
        boolean isLast = PhaseRules.isLast(definition.ends(), others, other -> other.endsAt);
        PhaseRules.write(definition, phase, isLast, hasPrivatePart);
    }

    private static PhaseDefinition dates(Phase phase) {
        return new PhaseDefinition(phase.name, phase.startsAt, phase.endsAt, null, null, null, null, null, null, null);
    }

    private Challenge organised(String slug, Optional<Caller> caller) {
        var challenge = challenges.visible(slug, caller);
        if (!challenge.isOrganisedBy(caller)) {
            throw new Forbidden("Only organisers of " + slug + " change its phases.");
        }
        return challenge;
    }
}
