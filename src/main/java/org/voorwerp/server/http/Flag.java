package org.voorwerp.server.http;

import org.jspecify.annotations.Nullable;

/// A yes or no in a query: `true` or `false`, nothing else, so that no slip of the pen is taken for either.
///
/// @param isSet whether it is `true`
public record Flag(boolean isSet) {

    /// @throws Invalid if it is neither
    public static Flag valueOf(String text) {
        return switch (text) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> throw new Invalid("A flag in the query is true or false, not \"" + text + "\".");
        };
    }

    /// Whether it was given and is `true`.
    public static boolean isSet(@Nullable Flag flag) {
        return flag != null && flag.isSet();
    }
}
