package org.voorwerp.server.account;

import java.util.regex.Pattern;
import org.voorwerp.server.http.Invalid;

/// What somebody may be called. Letters are those of ASCII, so that none of another script passes for one of them; what
/// looks alike within ASCII (`0` and `o`, `1` and `l`, with or without a hyphen) is kept apart by [Accounts].
final class Handle {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?");

    private Handle() {}

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// @throws Invalid saying what a handle is
    static void require(String wanted) {
        if (!isOne(wanted)) {
            throw new Invalid("A handle has 1 to 40 letters (a to z), digits, and . _ - inside; \"" + shortened(wanted)
                    + "\" does not.");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 50 ? text : text.substring(0, 50) + "…";
    }
}
