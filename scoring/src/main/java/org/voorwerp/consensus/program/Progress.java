package org.voorwerp.consensus.program;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Tells on the error stream how far the work is and how long it will yet take: a bar that moves where that is a
/// terminal, else a plain line every ten seconds.
final class Progress {

    private static final Duration BAR_EVERY = Duration.ofMillis(100);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 5;

    /// What fits into a line of the narrowest usual terminal: of a line that is broken only the end is written over.
    private static final int LINE = 79;

    /// Whether the error stream is a terminal: the launcher says so, Linux can be asked.
    static final String TERMINAL = "voorwerp.terminal";

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier clock;
    private String step = "";
    private long begun;
    private long told;
    private int shown;

    Progress(PrintStream err, boolean terminal, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    static Progress of(PrintStream err) {
        return new Progress(err, isTerminal(), System::nanoTime);
    }

    private static boolean isTerminal() {
        var said = System.getProperty(TERMINAL);
        if (said != null) {
            return Boolean.parseBoolean(said);
        }
        try {
            var stream = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return stream.startsWith("/dev/pts/") || stream.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /// A new piece of work begins.
    void begin(String what) {
        clear();
        step = what;
        begun = clock.getAsLong();
        told = begun;
        if (terminal) {
            show(step + " …");
        }
    }

    /// So much of it is done.
    ///
    /// @param unit what the numbers count, e.g. `MB`
    void at(double done, double all, String unit) {
        long now = clock.getAsLong();
        if (now - told < (terminal ? BAR_EVERY : LINE_EVERY).toNanos()) {
            return;
        }
        told = now;
        double share = all > 0 ? Math.clamp(done / all, 0.0, 1.0) : 0;
        var text = "%s %3.0f %%, %s of %s %s%s"
                .formatted(step, 100 * share, amount(done), amount(all), unit, left(now - begun, share));
        if (terminal) {
            int bar = Math.clamp(LINE - text.length() - 3, SHORTEST_BAR, LONGEST_BAR);
            int filled = (int) Math.round(share * bar);
            show("[" + "#".repeat(filled) + "-".repeat(bar - filled) + "] " + text);
        } else {
            err.println(text);
        }
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.1f" : "%,.0f", value);
    }

    private static String left(long nanos, double share) {
        if (share <= 0 || nanos < 500_000_000L) {
            return "";
        }
        long seconds = Math.round(nanos / 1e9 * (1 - share) / share);
        return seconds < 3600
                ? ", %d:%02d left".formatted(seconds / 60, seconds % 60)
                : ", %d:%02d:%02d left".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private void show(String text) {
        err.print('\r' + text + " ".repeat(Math.max(0, shown - text.length())));
        err.flush();
        shown = text.length();
    }

    /// The line is free for other text.
    void clear() {
        if (shown > 0) {
            err.print('\r' + " ".repeat(shown) + '\r');
            err.flush();
            shown = 0;
        }
    }
}
