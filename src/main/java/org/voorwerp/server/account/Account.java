package org.voorwerp.server.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person.
@Entity
public class Account extends PanacheEntityBase {

    @Id
    public UUID id;

    /// How others see this person; unique, ignoring case.
    public String handle;

    /// A [Role]'s word.
    public String role;

    /// Until when the role holds; null for one that was given here, which holds until it is taken away.
    public @Nullable Instant roleUntil;

    public Instant createdAt;

    /// When it was deleted; then the handle is a pseudonym. Null while it is somebody's.
    public @Nullable Instant deletedAt;

    /// What the person may do at a time.
    public Role roleAt(Instant now) {
        return roleUntil == null || now.isBefore(roleUntil) ? role() : Role.PARTICIPANT;
    }

    Role role() {
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }

    static Optional<Account> byHandle(String handle) {
        return find("lower(handle) = lower(?1)", handle).firstResultOptional();
    }
}
