package org.voorwerp.server.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.entry.Admission.EntrantView;
import org.voorwerp.server.http.Invalid;

/// Where somebody stands among those who asked to take part: those who wait first, then the latest. A list goes on
/// behind such a place whoever was added, or decided upon, in the meantime.
public record EntrantPlace(boolean isWaiting, Instant requestedAt, String handle) {

    private static final Pattern TEXT = Pattern.compile("([wd])~([0-9TZ:.-]{1,40})~([a-z0-9._-]{1,40})");

    static EntrantPlace of(EntrantView view) {
        return new EntrantPlace(view.state().equals("requested"), view.requestedAt(), view.handle());
    }

    /// @throws Invalid if it is no place
    static @Nullable EntrantPlace of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var matcher = TEXT.matcher(text);
        try {
            if (matcher.matches()) {
                return new EntrantPlace(
                        matcher.group(1).equals("w"), Instant.parse(matcher.group(2)), matcher.group(3));
            }
        } catch (DateTimeException e) {
            // As if it were anything else.
        }
        throw new Invalid("after is not a cursor: follow the header Link.");
    }

    /// As it stands in an address.
    @Override
    public String toString() {
        return (isWaiting ? "w~" : "d~") + requestedAt + "~" + handle;
    }
}
