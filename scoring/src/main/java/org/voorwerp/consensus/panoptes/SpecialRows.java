package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What becomes of rows of a special kind, such as those made in gold-standard mode.
public enum SpecialRows {
    LEAVE_OUT,
    KEEP,
    /// Only they count: for a consensus of experts, say.
    ONLY;

    /// As it stands in challenge.yaml and in JSON: `leave-out`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
