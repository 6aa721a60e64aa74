package org.voorwerp.server.web.chart;

import java.util.List;
import java.util.Locale;

/// Numbers drawn as bars beside each other, all in one path so that a page of them stays light.
///
/// @param width of the drawing
/// @param height of it, which the largest number fills
/// @param path the bars, as the attribute `d` has it
/// @param says what it shows, in words
public record Bars(int width, int height, String path, String says) {

    /// @param numbers not negative; one that is not 0 can always be seen
    public static Bars of(List<Long> numbers, int width, int height, String says) {
        long most =
                Math.max(1, numbers.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = (double) width / Math.max(1, numbers.size());
        // Few bars do not grow into blocks.
        double bar = Math.min(step, width / 6.0);
        double gap = Math.min(1, bar / 5);
        var path = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) > 0) {
                double tall = Math.max(1, (double) height * numbers.get(i) / most);
                path.append('M')
                        .append(tenth(i * step + (step - bar) / 2 + gap / 2))
                        .append(' ')
                        .append(height)
                        .append('v')
                        .append(tenth(-tall))
                        .append('h')
                        .append(tenth(bar - gap))
                        .append('v')
                        .append(tenth(tall))
                        .append('z');
            }
        }
        return new Bars(width, height, path.toString(), says);
    }

    private static String tenth(double number) {
        var text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
