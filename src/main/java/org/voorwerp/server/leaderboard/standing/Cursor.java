package org.voorwerp.server.leaderboard.standing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// Behind which row a page begins: that row's key and place in the order of acceptance. So a reader who turns pages
/// while teams move neither sees a row that stayed twice nor misses it.
public record Cursor(double key, long order) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{1,16})-([0-9]{1,18})");

    /// As it stands in addresses.
    public String text() {
        return Long.toHexString(Double.doubleToLongBits(key)) + "-" + order;
    }

    /// @throws Invalid if it is none of ours
    public static @Nullable Cursor of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Invalid("after is not a cursor: follow the links under next.");
        }
        return new Cursor(
                Double.longBitsToDouble(Long.parseUnsignedLong(parts.group(1), 16)), Long.parseLong(parts.group(2)));
    }
}
