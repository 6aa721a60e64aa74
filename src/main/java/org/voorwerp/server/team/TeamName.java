package org.voorwerp.server.team;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.voorwerp.server.http.Invalid;

/// What a team may be called.
final class TeamName {

    static final int LONGEST = 60;

    /// Controls, invisible marks (also those that turn the direction of writing), private use and line separators
    /// would make two names look alike or a board unreadable. What no Unicode version knows yet cannot be judged.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    /// More than a few accents on one letter reach into other rows.
    private static final Pattern HEAPED = Pattern.compile("\\p{M}{5}");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private TeamName() {}

    /// The name as it is kept: composed (NFC), with single spaces.
    ///
    /// @throws Invalid saying what is wrong with it
    static String of(String wanted) {
        if (UNSEEN.matcher(wanted).find() || HEAPED.matcher(wanted).find()) {
            throw new Invalid("A team's name holds no control characters, invisible characters or heaps of accents.");
        }
        var name = SPACES.matcher(Normalizer.normalize(wanted, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (name.codePointCount(0, name.length()) > LONGEST
                || !WORD.matcher(name).find()) {
            throw new Invalid("A team's name has 1 to " + LONGEST + " characters, a letter or digit among them.");
        }
        return name;
    }
}
