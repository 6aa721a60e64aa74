package org.voorwerp.consensus.plot;

import java.util.List;
import java.util.Locale;
import org.voorwerp.consensus.plot.Svg.Anchor;

/// How often values lie where: standing bars over an axis.
public final class Histogram {

    private static final double LEFT = 44;
    private static final double RIGHT = 10;
    private static final double TOP = 8;
    private static final double BOTTOM = 160;

    private Histogram() {}

    /// @param counts in bins of equal width from `low` to `high`
    /// @param axis what lies along it
    /// @param unit what is counted
    /// @return an SVG element
    public static String draw(List<Integer> counts, double low, double high, String axis, String unit) {
        var svg = new Svg();
        int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
        double width = (Svg.WIDTH - LEFT - RIGHT) / Math.max(1, counts.size());
        for (int bin = 0; bin < counts.size(); bin++) {
            double height = (BOTTOM - TOP) * counts.get(bin) / most;
            double from = low + (high - low) * bin / counts.size();
            double to = low + (high - low) * (bin + 1) / counts.size();
            svg.bar(
                    LEFT + bin * width + 0.5,
                    BOTTOM - height,
                    width - 1,
                    height,
                    1,
                    String.format(
                            Locale.ROOT, "%s to %s: %,d %s", Svg.number(from), Svg.number(to), counts.get(bin), unit));
        }
        svg.line("axis", LEFT, BOTTOM, Svg.WIDTH - RIGHT, BOTTOM);
        svg.text(LEFT - 5, TOP + 8, Anchor.END, String.format(Locale.ROOT, "%,d", most));
        svg.text(LEFT - 5, BOTTOM, Anchor.END, "0");
        for (int tick = 0; tick <= 4; tick++) {
            double x = LEFT + (Svg.WIDTH - LEFT - RIGHT) * tick / 4;
            svg.text(x, BOTTOM + 14, tick == 4 ? Anchor.END : Anchor.MIDDLE, Svg.number(low + (high - low) * tick / 4));
        }
        svg.text((LEFT + Svg.WIDTH - RIGHT) / 2, BOTTOM + 30, Anchor.MIDDLE, axis);
        return svg.drawn(BOTTOM + 36, unit + " by " + axis);
    }
}
