package org.voorwerp.server.account.signin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.voorwerp.server.account.Account;

/// That somebody at Keycloak has an account here.
@Entity
public class AccountIdentity extends PanacheEntityBase {

    /// Who it is at Keycloak.
    @Embeddable
    public record Key(String issuer, String subject) {}

    @EmbeddedId
    public Key key;

    @OneToOne
    public Account account;

    public Instant linkedAt;

    /// When the newest token was issued that said what this person may do.
    public Instant roleIssuedAt;

    static Optional<AccountIdentity> of(KeycloakPerson person) {
        return findByIdOptional(new Key(person.issuer(), person.subject()));
    }

    static Optional<AccountIdentity> locked(KeycloakPerson person) {
        return findByIdOptional(new Key(person.issuer(), person.subject()), LockModeType.PESSIMISTIC_WRITE);
    }

    /// A subject is random, so that no two realms have the same.
    static Optional<AccountIdentity> ofSubject(String subject) {
        return find("key.subject", subject).firstResultOptional();
    }

    static Optional<AccountIdentity> ofAccount(UUID account) {
        return find("account.id", account).firstResultOptional();
    }
}
