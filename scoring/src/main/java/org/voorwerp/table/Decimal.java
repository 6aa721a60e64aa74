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

    /// So many digits fit into a long.
    private static final int DIGITS = 18;

    /// Below this every whole number is a double.
    private static final long EXACT = 1L << 53;

    /// Powers of ten that are doubles, exactly; there would be a few more.
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private Decimal() {}

    /// Reads the number in a cell that begins at `at`, is not in quotes, and ends at the next comma or line end.
    ///
    /// Up to 18 digits that make a whole number below 2⁵³ are divided by a power of ten: both are exact, so their
    /// quotient is rounded once, which is all that [Double#parseDouble] does (W. Clinger, PLDI 1990). Whatever
    /// is longer or written otherwise is read by [#parse].
    ///
    /// @param bytes there must be eight more behind the cell
    /// @param into where the number is put, at `index`
    /// @return where the cell ends; -1 if it holds a quote, or no number
    public static int read(byte[] bytes, int at, double[] into, int index) {
        boolean negative = bytes[at] == '-';
        int from = negative ? at + 1 : at;
        int digits;
        long number;
        if (bytes[from + 1] == '.') {
            // One digit before the point, as probabilities have it.
            digits = isDigit(bytes[from]) ? 1 : 0;
            number = digits * (bytes[from] - '0');
        } else {
            long word = EightBytes.at(bytes, from);
            digits = EightBytes.digits(word);
            number = EightBytes.number(word, digits);
        }
        int end = from + digits;
        int decimals = 0;
        if (bytes[end] == '.') {
            int count;
            do {
                long word = EightBytes.at(bytes, end + 1 + decimals);
                count = EightBytes.digits(word);
                number = number * EightBytes.powerOfTen(count) + EightBytes.number(word, count);
                decimals += count;
            } while (count == Long.BYTES && digits + decimals <= DIGITS - Long.BYTES);
            digits += decimals;
            end += 1 + decimals;
        }
        if (digits == 0 || number > EXACT || !EightBytes.isCellEnd(bytes[end])) {
            return readOther(bytes, at, into, index);
        }
        double value = number / POWERS[decimals];
        into[index] = negative ? -value : value;
        return end;
    }

    private static int readOther(byte[] bytes, int at, double[] into, int index) {
        int end = EightBytes.cellEnd(bytes, at);
        if (end < 0) {
            return -1;
        }
        double value = parse(bytes, at, end);
        into[index] = value;
        return Double.isNaN(value) ? -1 : end;
    }

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
