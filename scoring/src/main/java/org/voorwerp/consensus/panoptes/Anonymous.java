package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What volunteers without an account are to the consensus.
public enum Anonymous {
    /// One volunteer a `not-logged-in-…` name: an address, perhaps a whole school's, and only within one export.
    BY_NAME,
    /// One volunteer a classification.
    EACH,
    /// Left out.
    DROP;

    /// Whether a user name is one that the Zooniverse gives to whoever has no account.
    public static boolean isNamed(String userName) {
        return userName.startsWith("not-logged-in");
    }

    /// As it stands in challenge.yaml and in JSON: `by-name`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
