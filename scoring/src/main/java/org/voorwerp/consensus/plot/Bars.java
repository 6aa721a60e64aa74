package org.voorwerp.consensus.plot;

import java.util.List;
import java.util.Locale;
import org.voorwerp.consensus.plot.Svg.Anchor;

/// One bar a name, lying, with its number behind it.
public final class Bars {

    private static final double ROW = 18;
    private static final double WIDEST = 190;
    private static final double NUMBERS = 62;

    private Bars() {}

    /// A bar.
    public record Bar(String name, double value) {}

    /// @param unit what is counted, for whoever points at a bar
    /// @return an SVG element
    public static String draw(List<Bar> bars, String unit, String label) {
        var svg = new Svg();
        double labels = Math.min(
                WIDEST,
                16
                        + bars.stream()
                                .mapToDouble(bar -> Svg.width(bar.name()))
                                .max()
                                .orElse(0));
        int letters = (int) ((labels - 8) / Svg.width("n"));
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        double scale = (Svg.WIDTH - labels - NUMBERS) / (most > 0 ? most : 1);
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double y = i * ROW;
            svg.text(labels - 6, y + 13, Anchor.END, Svg.brief(bar.name(), letters));
            svg.bar(
                    labels,
                    y + 3,
                    bar.value() * scale,
                    ROW - 6,
                    1,
                    bar.name() + ": " + count(bar.value()) + ' ' + unit);
            svg.text(labels + bar.value() * scale + 5, y + 13, Anchor.START, count(bar.value()));
        }
        return svg.drawn(Math.max(1, bars.size()) * ROW, label);
    }

    private static String count(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : Svg.told(value);
    }
}
