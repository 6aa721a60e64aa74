package org.voorwerp.server.web.organise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.evaluation.suspicion.Suspicions.Copy;
import org.voorwerp.server.evaluation.suspicion.Suspicions.Found;
import org.voorwerp.server.evaluation.suspicion.Suspicions.Probe;
import org.voorwerp.server.evaluation.suspicion.Suspicions.Sent;
import org.voorwerp.server.web.text.Format;

/// What looks suspicious among a challenge's submissions, as its organisers read it.
///
/// @param lines the latest submissions first
/// @param more how many there are besides
/// @param flags by submission, what to write beside it
public record Suspected(List<Line> lines, int more, Map<UUID, Set<String>> flags) {

    private static final int LISTED = 50;

    /// One submission that looks so.
    ///
    /// @param sign what it looks like: a copy or a probe
    /// @param other the one it is like; null for a probe
    /// @param why what speaks for it
    public record Line(Sent sent, String sign, @Nullable Sent other, String why) {}

    static Suspected of(Found found) {
        var lines = new ArrayList<Line>();
        found.copies().forEach(copy -> lines.add(line(copy)));
        found.probes().forEach(probe -> lines.add(line(probe)));
        lines.sort((a, b) -> Long.compare(b.sent().order(), a.sent().order()));
        var flags = new HashMap<UUID, Set<String>>();
        for (var line : lines) {
            flag(flags, line.sent(), line.sign());
            if (line.other() != null) {
                flag(flags, line.other(), line.sign());
            }
        }
        return new Suspected(
                lines.stream().limit(LISTED).toList(), Math.max(0, lines.size() - LISTED), Map.copyOf(flags));
    }

    /// What to write beside a submission; nothing beside most.
    public Set<String> flagsOf(UUID submission) {
        return flags.getOrDefault(submission, Set.of());
    }

    private static Line line(Copy copy) {
        boolean isLater = copy.second().order() > copy.first().order();
        return new Line(
                isLater ? copy.second() : copy.first(),
                "copy?",
                isLater ? copy.first() : copy.second(),
                copy.agreement() == 1 ? "predicts the same throughout" : "predicts " + share(copy) + " the same");
    }

    /// Not rounded up to all of them.
    private static String share(Copy copy) {
        return Format.percent(Math.min(copy.agreement(), 0.999));
    }

    private static Line line(Probe probe) {
        return new Line(probe.submission(), "probe?", null, probe.reason());
    }

    private static void flag(Map<UUID, Set<String>> flags, Sent sent, String sign) {
        flags.computeIfAbsent(sent.id(), _ -> new LinkedHashSet<>()).add(sign);
    }
}
