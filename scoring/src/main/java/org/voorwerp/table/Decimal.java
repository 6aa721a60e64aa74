package org.voorwerp.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Numbers in decimal notation: `1`, `+1`, `-0.0`, `.5`, `1.`, `1e-5`, with any number of digits, rounded as
/// [Double#parseDouble] does. Spaces and tabs around a number do not count. Nothing else is a number here: no
/// `NaN` or `Infinity`, no hexadecimal digits, no trailing `d` or `f`, no decimal comma, nothing too large for
/// a double.
public final class Decimal {

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d{0,20},\\d{1,40}([eE][+-]?\\d{1,4})?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private Decimal() {}

    /// The number that `bytes` hold from `from` to before `to`, or NaN if they hold none: see [#problem].
    public static double parse(byte[] bytes, int from, int to) {
        int start = Blanks.start(bytes, from, to);
        int end = Blanks.end(bytes, start, to);
        if (start == end || !isPlain(bytes, start, end)) {
            return Double.NaN;
        }
        try {
            double value = JavaDoubleParser.parseDouble(bytes, start, end - start);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// Why [#parse] found no number, as the end of a sentence that begins with the cell.
    public static String problem(byte[] bytes, int from, int to) {
        int start = Blanks.start(bytes, from, to);
        var text = new String(bytes, start, Blanks.end(bytes, start, to) - start, StandardCharsets.UTF_8);
        if (NOT_FINITE.matcher(text).matches()) {
            return "is not a finite number";
        }
        if (WITH_COMMA.matcher(text).matches()) {
            return "is not a number: write it with a point, as " + text.replace(',', '.');
        }
        return NUMBER.matcher(text).matches() ? "is too large" : "is not a number";
    }

    /// The parser also takes what Java source takes. Those forms differ in their first and last characters or
    /// hold an x.
    private static boolean isPlain(byte[] bytes, int from, int to) {
        byte first = bytes[from];
        byte last = bytes[to - 1];
        boolean starts = isDigit(first) || first == '.' || first == '-' || first == '+';
        boolean ends = isDigit(last) || last == '.';
        return starts && ends && !isX(bytes, from + 1, to) && !isX(bytes, from + 2, to);
    }

    private static boolean isX(byte[] bytes, int at, int to) {
        return at < to && (bytes[at] | 0x20) == 'x';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
