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

    public Instant createdAt;

    /// When it was deleted; then the handle is a pseudonym. Null while it is somebody's.
    public @Nullable Instant deletedAt;

    public Role role() {
        return Role.valueOf(role.toUpperCase(Locale.ROOT));
    }

    static Optional<Account> byHandle(String handle) {
        return find("lower(handle) = lower(?1)", handle).firstResultOptional();
    }
}
