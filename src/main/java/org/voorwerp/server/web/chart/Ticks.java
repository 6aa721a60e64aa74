package org.voorwerp.server.web.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round places on an axis.
public final class Ticks {

    private static final int MOST_TIMES = 5;

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(28),
            Duration.ofDays(91),
            Duration.ofDays(365));

    private static final Duration DAY = Duration.ofDays(1);

    private Ticks() {}

    /// A round number, and how it is written.
    public record Number(double value, String label) {}

    /// A round moment.
    public record Moment(Instant at, String label) {}

    /// Two to five round numbers from `low` to `high`.
    public static List<Number> numbers(double low, double high) {
        double step = step((high - low) / 2);
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        var ticks = new ArrayList<Number>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            var label = String.format(Locale.ROOT, "%." + decimals + "f", i * step);
            ticks.add(new Number(i * step, label.replace('-', '−')));
        }
        return ticks;
    }

    /// The largest of 1, 2 and 5 times a power of ten that is not above `atMost`.
    private static double step(double atMost) {
        double power = Math.pow(10, Math.floor(Math.log10(atMost)));
        double mantissa = atMost / power;
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
    }

    /// At most five moments from `from` to `to`, in UTC.
    public static List<Moment> moments(Instant from, Instant to) {
        var span = Duration.between(from, to);
        var step = STEPS.stream()
                .filter(s -> s.multipliedBy(MOST_TIMES).compareTo(span) >= 0)
                .findFirst()
                .orElseGet(() -> span.dividedBy(MOST_TIMES).plusSeconds(1));
        var format =
                DateTimeFormatter.ofPattern(pattern(step, span), Locale.ENGLISH).withZone(ZoneOffset.UTC);
        var ticks = new ArrayList<Moment>();
        long seconds = step.toSeconds();
        for (long at = Math.ceilDiv(from.getEpochSecond(), seconds) * seconds;
                at <= to.getEpochSecond();
                at += seconds) {
            var moment = Instant.ofEpochSecond(at);
            ticks.add(new Moment(moment, format.format(moment)));
        }
        return ticks;
    }

    private static String pattern(Duration step, Duration span) {
        if (step.compareTo(DAY) < 0) {
            return step.toSeconds() < 60 ? "HH:mm:ss" : span.compareTo(DAY) > 0 ? "d MMM HH:mm" : "HH:mm";
        }
        return span.toDays() > 300 ? "MMM uuuu" : "d MMM";
    }
}
