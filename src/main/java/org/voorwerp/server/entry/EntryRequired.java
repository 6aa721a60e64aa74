package org.voorwerp.server.entry;

import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.http.Refusal;

/// The challenge is not open to everybody, and the caller has not been let in (yet).
final class EntryRequired extends Refusal {

    private static final long serialVersionUID = 1L;

    EntryRequired(Challenge challenge, @Nullable Entrant entrant) {
        super(403, "entry-required", "Not let in", detail(challenge, entrant));
        with("entry", challenge.definition.entryRule().word());
        with("href", "/api/challenges/" + challenge.slug + "/entry");
        if (entrant != null) {
            with("state", entrant.state().word());
        }
    }

    private static String detail(Challenge challenge, @Nullable Entrant entrant) {
        var slug = challenge.slug;
        if (entrant != null && entrant.state() == Entrant.State.REFUSED) {
            return "The organisers of " + slug + " did not let you in: " + entrant.reason;
        }
        if (entrant != null) {
            return "You asked to take part in " + slug + " at " + entrant.requestedAt
                    + "; its organisers have not answered yet.";
        }
        return switch (challenge.definition.entryRule()) {
            case OPEN -> throw new IllegalStateException("everybody may enter " + slug);
            case INVITATION ->
                "One takes part in " + slug + " by invitation: open the link that its organisers gave you, or POST"
                        + " /api/challenges/" + slug + "/entry {\"invitation\": \"vwe_…\"}.";
            case APPROVAL ->
                "The organisers of " + slug + " let people in: ask them with POST /api/challenges/" + slug
                        + "/entry {\"message\": \"…\"}, or on the page /challenges/" + slug + "/submit.";
        };
    }
}
