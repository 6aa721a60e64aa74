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

    /// As it stands in challenge.yaml and in JSON: `by-name`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
