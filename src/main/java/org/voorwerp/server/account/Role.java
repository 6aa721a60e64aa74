package org.voorwerp.server.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person may do; each role may do what those before it may.
public enum Role {
    /// Take part in challenges.
    PARTICIPANT,
    /// Host challenges.
    ORGANISER,
    /// Run the server.
    ADMIN;

    /// The names that `@RolesAllowed` uses.
    public static final String PARTICIPANT_NAME = "participant";
    public static final String ORGANISER_NAME = "organiser";
    public static final String ADMIN_NAME = "admin";

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// This role and all it includes, as words.
    Set<String> included() {
        return EnumSet.range(PARTICIPANT, this).stream().map(Role::word).collect(Collectors.toSet());
    }
}
