package org.voorwerp.server.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Presence;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Definition.EntryRule;
import org.voorwerp.server.entry.Entrant.State;
import org.voorwerp.server.http.Invalid;

/// Who may take part: everybody, who has a link, or whom the organisers let in; and in any case who has accepted the
/// terms. Organisers need neither: the terms are theirs.
@ApplicationScoped
public class Entry {

    static final int LONGEST_TEXT = 2000;

    private final Terms terms;
    private final InvitationLinks links;
    private final Presence presence;
    private final Clock clock;

    Entry(Terms terms, InvitationLinks links, Presence presence, Clock clock) {
        this.terms = terms;
        this.links = links;
        this.presence = presence;
        this.clock = clock;
    }

    /// Lets nobody take part who may not; to be asked wherever somebody begins to, or goes on.
    ///
    /// @throws EntryRequired if the caller is not let in
    /// @throws TermsNotAccepted if the caller has not accepted the terms as they are now
    @Transactional
    public void require(Challenge challenge, Caller caller) {
        if (challenge.isOrganisedBy(Optional.of(caller))) {
            return;
        }
        requireAdmitted(challenge, caller);
        Terms.of(challenge).ifPresent(text -> {
            var accepted = terms.acceptances(challenge.id, caller.account());
            if (accepted.stream().noneMatch(each -> each.version().equals(text.version()))) {
                throw new TermsNotAccepted(challenge, text.version(), !accepted.isEmpty());
            }
        });
    }

    /// What stands between the caller and a submission.
    @Transactional
    public EntryView view(Challenge challenge, Caller caller) {
        var rule = challenge.definition.entryRule();
        boolean organiser = challenge.isOrganisedBy(Optional.of(caller));
        var entrant = Entrant.of(challenge.id, caller.account());
        boolean admitted = organiser || rule == EntryRule.OPEN || isAdmitted(entrant);
        var text = Terms.of(challenge);
        var at = text.map(t -> terms.acceptedAt(challenge.id, caller.account(), t.version()))
                .orElse(null);
        return new EntryView(
                rule.word(),
                admitted,
                entrant.map(e -> e.state).orElse(null),
                entrant.map(e -> e.requestedAt).orElse(null),
                entrant.filter(e -> e.state() == State.REFUSED)
                        .map(e -> e.reason)
                        .orElse(null),
                organiser || at != null ? null : text.map(Terms.Text::version).orElse(null),
                at);
    }

    /// Asks the organisers to be let in. Asking again replaces the message while they have not decided.
    ///
    /// @throws Invalid if this is not how one comes in, or the message is too long
    /// @throws EntryRequired if they have refused
    @Transactional
    public void request(Challenge challenge, Caller caller, @Nullable String message) {
        var words = message == null || message.isBlank() ? null : text("message", message);
        switch (challenge.definition.entryRule()) {
            case OPEN ->
                throw new Invalid("Everybody may take part in " + challenge.slug + "; there is nothing to ask.");
            case INVITATION -> throw new EntryRequired(challenge, null);
            case APPROVAL -> request(challenge, caller, Optional.ofNullable(words));
        }
    }

    private void request(Challenge challenge, Caller caller, Optional<String> message) {
        presence.hold(caller);
        challenge.lock();
        var entrant = Entrant.of(challenge.id, caller.account())
                .orElseGet(() -> Entrant.create(challenge.id, caller.account(), clock.instant()));
        if (entrant.state() == State.REFUSED) {
            throw new EntryRequired(challenge, entrant);
        }
        if (entrant.state() == State.REQUESTED) {
            entrant.message = message.orElse(null);
            entrant.persist();
        }
    }

    /// Comes in by a link, whatever was said before; who made it is an organiser.
    ///
    /// @throws org.voorwerp.server.http.NotFound if the link opens nothing (any more)
    @Transactional
    public void enter(Challenge challenge, Caller caller, String secret) {
        presence.hold(caller);
        challenge.lock();
        var invitation = links.open(challenge, InvitationLinks.Kind.CHALLENGE, secret);
        var entrant = Entrant.of(challenge.id, caller.account())
                .orElseGet(() -> Entrant.create(challenge.id, caller.account(), clock.instant()));
        entrant.decide(State.ADMITTED, null, invitation.createdBy, clock.instant());
        entrant.persist();
    }

    /// What a link to the challenge is good for.
    ///
    /// @throws org.voorwerp.server.http.NotFound if it opens nothing (any more)
    @Transactional
    public void requireOpens(Challenge challenge, String secret) {
        links.open(challenge, InvitationLinks.Kind.CHALLENGE, secret);
    }

    private static void requireAdmitted(Challenge challenge, Caller caller) {
        if (challenge.definition.entryRule() != EntryRule.OPEN) {
            var entrant = Entrant.of(challenge.id, caller.account());
            if (!isAdmitted(entrant)) {
                throw new EntryRequired(challenge, entrant.orElse(null));
            }
        }
    }

    private static boolean isAdmitted(Optional<Entrant> entrant) {
        return entrant.filter(e -> e.state() == State.ADMITTED).isPresent();
    }

    /// @throws Invalid if it is empty or too long
    static String text(String field, String text) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new Invalid("The field " + field + " has 1 to " + LONGEST_TEXT + " characters.");
        }
        return text.strip();
    }
}
