package org.voorwerp.table;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;

/// Numbers in decimal notation: `1`, `+1`, `-0.0`, `.5`, `1.`, `1e-5`, with any number of digits, rounded as
/// [Double#parseDouble] does. Spaces and tabs around a number do not count. Nothing else is a number here: no `NaN` or
/// `Infinity`, no hexadecimal digits, no trailing `d` or `f`, no decimal comma, nothing too large for a double.
public final class Decimal {

    private Decimal() {}

    /// The number that `bytes` hold from `from` to before `to`, or NaN if they hold none: see [#problem].
    public static double parse(byte[] bytes, int from, int to) {
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to || !isPlain(bytes, from, to)) {
            return Double.NaN;
        }
        try {
            double value = JavaDoubleParser.parseDouble(bytes, from, to - from);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /// Why [#parse] found no number, as the end of a sentence that begins with the cell.
    public static String problem(byte[] bytes, int from, int to) {
        return problem(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    static String problem(String cell) {
        var text = cell.strip();
        if (text.matches("[+-]?(?i:nan|inf|infinity)")) {
            return "is not a finite number";
        }
        if (text.matches("[+-]?\\d*,\\d+([eE][+-]?\\d+)?")) {
            return "is not a number: write " + text.replace(',', '.') + ", with a point";
        }
        if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            return "is too large";
        }
        return "is not a number";
    }

    /// The parser also takes what Java source takes. Those forms differ in their first and last characters or hold an
    /// x.
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

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
