package org.voorwerp.server.web.text;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;

/// Numbers and times as people read them. In templates: `{format:count(n)}`.
@TemplateExtension(namespace = "format")
public final class Format {

    private static final DateTimeFormatter TIME = formatter("d MMM uuuu, HH:mm 'UTC'");
    private static final DateTimeFormatter SECOND = formatter("d MMM uuuu, HH:mm:ss 'UTC'");
    private static final DateTimeFormatter DAY = formatter("d MMM uuuu");
    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private Format() {}

    /// `12,345`, of a whole number of whatever width: templates do not widen them.
    public static String count(Number number) {
        return String.format(Locale.ENGLISH, "%,d", number.longValue());
    }

    /// A text to stand in an address's query.
    public static String inQuery(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// `1 submission`, `2 submissions`
    public static String count(Number number, String one, String many) {
        return count(number) + " " + (number.longValue() == 1 ? one : many);
    }

    /// `3.4 MB`, in powers of 1,000
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 999.5 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ENGLISH, unit == 0 || amount >= 99.5 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }

    /// `33.3 %`
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /// A score or an end of an interval: four decimals, as boards print them; scores beyond 1,000 need fewer.
    public static String score(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 0.0005 || size >= 1e7)) {
            return minus(String.format(Locale.ROOT, "%.3e", value));
        }
        return minus(String.format(Locale.ROOT, size < 1000 ? "%.4f" : "%.1f", value));
    }

    /// `0.5`, `2`: a number as somebody wrote it.
    public static String plain(double value) {
        return minus(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    /// Four significant digits: `27.91`, `−0.003147`, `218`, `12,345`.
    public static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e9)) {
            return minus(String.format(Locale.ROOT, "%.3e", value));
        }
        int before = size < 1 ? 1 - (int) Math.ceil(-Math.log10(Math.max(size, 1e-4))) : 1 + (int) Math.log10(size);
        var rounded = BigDecimal.valueOf(value).setScale(Math.max(0, 4 - before), RoundingMode.HALF_EVEN);
        var plain = rounded.stripTrailingZeros();
        return minus(String.format(Locale.ENGLISH, "%,." + Math.max(0, plain.scale()) + "f", plain));
    }

    /// The same of the ends of an interval; null where there is none.
    public static @Nullable String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? null : range(low, high);
    }

    /// Which way a score is better.
    public static String better(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
        };
    }

    /// `0.9121–0.9340`; with numbers below zero `−0.0310 to 0.0127`.
    public static String range(double low, double high) {
        return score(low) + (low < 0 ? " to " : "–") + score(high);
    }

    /// `14 Mar 2027, 18:00 UTC`
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// `14 Mar 2027, 18:00 UTC`, and with seconds where there are some.
    public static String exactTime(Instant instant) {
        return instant.getEpochSecond() % 60 == 0 ? time(instant) : SECOND.format(instant);
    }

    /// `14 Mar 2027`
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /// How long from `from` to `to`, in the largest unit that fits: `6 days`, `1 hour`, `2 years`.
    public static String span(Instant from, Instant to) {
        var span = Duration.between(from, to);
        long days = span.toDays();
        if (days >= 730) {
            return count(days / 365, "year", "years");
        }
        if (days >= 60) {
            return count(days / 30, "month", "months");
        }
        if (days >= 2) {
            return count(days, "day", "days");
        }
        return span.toHours() >= 1
                ? count(span.toHours(), "hour", "hours")
                : count(Math.max(1, span.toMinutes()), "minute", "minutes");
    }

    /// `40 ms`, `0.4 s`, `12 s`, `3 minutes`: how long something took.
    public static String seconds(Duration time) {
        if (time.toMillis() < 100) {
            return Math.max(1, time.toMillis()) + " ms";
        }
        double seconds = time.toMillis() / 1000.0;
        return seconds < 120
                ? String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds)
                : span(Instant.EPOCH, Instant.EPOCH.plus(time));
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
