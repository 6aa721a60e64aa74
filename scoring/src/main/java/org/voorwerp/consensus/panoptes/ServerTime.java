package org.voorwerp.consensus.panoptes;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times as Panoptes writes them: `2017-01-06 20:36:55 UTC`, or with a `T` between; the hour may lack its zero. Read
/// by hand, since there is one in each row.
public final class ServerTime {

    private static final int HOUR = 11;

    private ServerTime() {}

    /// Seconds since 1970; [Long#MIN_VALUE] if it is written in another way.
    public static long seconds(String text) {
        int hourDigits = text.length() > HOUR + 1 && text.charAt(HOUR + 1) == ':' ? 1 : 2;
        int minute = HOUR + hourDigits + 1;
        if (text.length() < minute + 5
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(minute - 1) != ':'
                || text.charAt(minute + 2) != ':') {
            return Long.MIN_VALUE;
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 2),
                            number(text, 8, 2),
                            number(text, HOUR, hourDigits),
                            number(text, minute, 2),
                            number(text, minute + 3, 2))
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return Long.MIN_VALUE;
        }
    }

    /// A negative number, which no part of a time is, where something else than a digit stands.
    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
