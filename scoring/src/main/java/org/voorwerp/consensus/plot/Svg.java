package org.voorwerp.consensus.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// A drawing of a fixed width that fits a phone; its height is what is needed.
final class Svg {

    /// In units of the drawing, of which a phone shows about as many pixels.
    static final double WIDTH = 360;

    private final StringBuilder marks = new StringBuilder();

    /// Where a text ends or begins.
    enum Anchor {
        START,
        MIDDLE,
        END;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void text(double x, double y, Anchor anchor, String text) {
        marks.append("<text class=\"plot-text\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor.word(), escape(text)));
    }

    /// A text that is read from below, beginning or ending at a point.
    void upright(double x, double y, Anchor anchor, String text) {
        marks.append("<text class=\"plot-text\" transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor.word(), escape(text)));
    }

    void line(String kind, double x1, double y1, double x2, double y2) {
        marks.append("<line class=\"plot-%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(kind, number(x1), number(y1), number(x2), number(y2)));
    }

    void circle(String kind, double x, double y, double radius, String told) {
        marks.append("<circle class=\"plot-%s\" cx=\"%s\" cy=\"%s\" r=\"%s\">%s</circle>"
                .formatted(kind, number(x), number(y), number(radius), title(told)));
    }

    void bar(double x, double y, double width, double height, double strength, String told) {
        marks.append(
                "<rect class=\"plot-bar\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"%s\">%s</rect>"
                        .formatted(
                                number(x),
                                number(y),
                                number(Math.max(0, width)),
                                number(Math.max(0, height)),
                                number(strength),
                                title(told)));
    }

    /// @param label what a screen reader says of the whole
    String drawn(double height, String label) {
        return "<svg class=\"plot\" role=\"img\" viewBox=\"0 0 %s %s\" aria-label=\"%s\">%s</svg>"
                .formatted(number(WIDTH), number(height), escape(label), marks);
    }

    private static String title(String told) {
        return "<title>" + escape(told) + "</title>";
    }

    /// Short enough for a label.
    static String brief(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + '…';
    }

    /// The same where names begin alike: both ends are kept.
    static String ends(String text, int length) {
        int begin = length / 2 - 1;
        return text.length() <= length
                ? text
                : text.substring(0, begin) + '…' + text.substring(text.length() - (length - begin - 1));
    }

    /// About how wide a text is.
    static double width(String text) {
        return 6.4 * text.length();
    }

    /// A number of at most two decimals.
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    /// A number as it is read: of at most two decimals, or of two digits where that would say nothing.
    static String told(double value) {
        if (value == 0 || Math.abs(value) >= 0.1) {
            return number(value);
        }
        return Math.abs(value) < 1e-6
                ? String.format(Locale.ROOT, "%.1e", value)
                : BigDecimal.valueOf(value)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /// Text that may stand anywhere in HTML or XML.
    static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return escaped.toString();
    }
}
