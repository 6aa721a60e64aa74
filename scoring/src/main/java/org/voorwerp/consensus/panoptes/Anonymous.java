package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What volunteers without an account are to the consensus.
public enum Anonymous {
    /// One volunteer a `not-logged-in-…` name: an address, perhaps a whole school's, and only within one export.
    BY_NAME,
    /// One volunteer a classification.
    EACH,
    /// Left out.
    DROP;

    /// Whether a user name is one that the Zooniverse gives to whoever has no account.
    private static boolean isNamed(String userName) {
        return userName.startsWith("not-logged-in");
    }

    /// Who made a classification, as far as the Zooniverse tells volunteers apart: a word that says by what, a colon,
    /// and that: `user:123`, `name:hanny`, `anonymous:not-logged-in-…`, `classification:456`, `line:7`.
    ///
    /// @param userId null where there is none, as for all without an account
    /// @param userName null where there is none
    /// @param classification its id; -1 where it is not known
    /// @param line in which it stands, for want of anything else
    /// @return null for nobody who counts
    public @Nullable String volunteer(
            @Nullable String userId, @Nullable String userName, long classification, long line) {
        if (userId != null) {
            return "user:" + userId;
        }
        if (userName != null && !isNamed(userName)) {
            return "name:" + userName;
        }
        return switch (this) {
            case DROP -> null;
            case EACH -> alone(classification, line);
            case BY_NAME -> userName == null ? alone(classification, line) : "anonymous:" + userName;
        };
    }

    /// A volunteer of this row only; a classification that stands in a file twice remains one.
    private static String alone(long classification, long line) {
        return classification < 0 ? "line:" + line : "classification:" + classification;
    }

    /// As it stands in challenge.yaml and in JSON: `by-name`.
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
