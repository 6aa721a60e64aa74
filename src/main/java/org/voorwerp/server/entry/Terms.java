package org.voorwerp.server.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Page;
import org.voorwerp.server.http.NotFound;

/// What participants agree to. A version of the terms is named by the SHA-256 of its text, so a text that changed has
/// to
/// be accepted anew, and one that changed back has not. Each acceptance is kept with its time and the text as it was.
@ApplicationScoped
public class Terms {

    private final EntityManager database;
    private final Clock clock;

    Terms(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The terms as they are now.
    ///
    /// @param version the SHA-256 of the text
    record Text(String version, String markdown) {}

    static Optional<Text> of(Challenge challenge) {
        return Page.find(challenge, Page.TERMS)
                .map(page -> new Text(DigestUtils.sha256Hex(page.markdown), page.markdown));
    }

    /// The terms, and when the caller accepted them.
    ///
    /// @throws NotFound if the challenge has none
    @Transactional
    public TermsView view(Challenge challenge, Optional<Caller> caller) {
        var text = of(challenge)
                .orElseThrow(() -> new NotFound("The challenge " + challenge.slug + " has no terms to accept."));
        var at = caller.map(c -> acceptedAt(challenge.id, c.account(), text.version()))
                .orElse(null);
        return new TermsView(text.version(), text.markdown(), at);
    }

    /// Accepts the terms; again changes nothing.
    ///
    /// @param version that the caller has read; null for whatever they are now
    /// @throws TermsChanged if they have another version now
    /// @throws NotFound if the challenge has none
    @Transactional
    public TermsView accept(Challenge challenge, Caller caller, @Nullable String version) {
        challenge.lock();
        var text = view(challenge, Optional.of(caller));
        if (version != null && !version.equalsIgnoreCase(text.version())) {
            throw new TermsChanged(text.version());
        }
        if (text.acceptedAt() == null) {
            run(
                    "insert into terms_version (challenge_id, digest, markdown) values (?1, ?2, ?3)"
                            + " on conflict do nothing",
                    challenge.id,
                    text.version(),
                    text.markdown());
            run(
                    "insert into terms_acceptance (challenge_id, digest, account_id, accepted_at)"
                            + " values (?1, ?2, ?3, ?4) on conflict do nothing",
                    challenge.id,
                    text.version(),
                    caller.account(),
                    clock.instant());
        }
        return view(challenge, Optional.of(caller));
    }

    /// When the person accepted a version; null if not.
    @Nullable
    Instant acceptedAt(UUID challenge, UUID account, String version) {
        return acceptances(challenge, account).stream()
                .filter(acceptance -> acceptance.version().equals(version))
                .map(Acceptance::at)
                .findFirst()
                .orElse(null);
    }

    /// A version that somebody accepted, and when.
    record Acceptance(String version, Instant at) {}

    /// Whatever versions the person accepted, the first one first.
    List<Acceptance> acceptances(UUID challenge, UUID account) {
        List<?> rows = database.createNativeQuery("select digest, accepted_at from terms_acceptance"
                        + " where challenge_id = ?1 and account_id = ?2 order by accepted_at")
                .setParameter(1, challenge)
                .setParameter(2, account)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Acceptance((String) row[0], (Instant) row[1]))
                .toList();
    }

    private void run(String statement, Object... values) {
        var query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
