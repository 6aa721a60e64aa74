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

    /// Up to this every whole number is a double.
    private static final long EXACT = 1L << 53;

    /// The powers of ten that are doubles, exactly.
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /// How much larger what a quotient was rounded by is taken to be than it was found, see [#quotient].
    private static final double DOUBT = 1 + 0x1p-40;

    /// `0.` as two bytes of a word.
    private static final long BELOW_ONE = '.' << 8 | '0';

    private Decimal() {}

    /// Reads the number in a cell that begins at `at`, is not in quotes, and ends at the next comma or line end.
    ///
    /// The digits make a whole number, which is divided by a power of ten. Where it is at most 2⁵³ both are
    /// exact, so their quotient is rounded once, which is all that [Double#parseDouble] does (W. Clinger, PLDI
    /// 1990); up to 2⁶³, as the sixteen or seventeen digits that programs write, see [#quotient]. Whatever is
    /// longer or written otherwise is read by [#parse].
    ///
    /// @param bytes there must be eight more behind the cell
    /// @param into where the number is put, at `index`
    /// @return where the cell ends; -1 if it holds a quote, or no number
    public static int read(byte[] bytes, int at, double[] into, int index) {
        // What most cells are, a probability of up to seven digits, needs no more than this.
        if ((EightBytes.at(bytes, at) & 0xffff) == BELOW_ONE) {
            long word = EightBytes.at(bytes, at + 2);
            int decimals = EightBytes.digits(word);
            int end = at + 2 + decimals;
            if (decimals < Long.BYTES && EightBytes.isCellEnd(bytes[end])) {
                into[index] = EightBytes.number(word, decimals) / POWERS[decimals];
                return end;
            }
        }
        return readAny(bytes, at, into, index);
    }

    private static int readAny(byte[] bytes, int at, double[] into, int index) {
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
                if (number > EightBytes.mostBefore(count)) {
                    return readOther(bytes, at, into, index);
                }
                number = number * EightBytes.powerOfTen(count) + EightBytes.number(word, count);
                decimals += count;
            } while (count == Long.BYTES && decimals < POWERS.length);
            digits += decimals;
            end += 1 + decimals;
        }
        if (digits == 0 || decimals >= POWERS.length || !EightBytes.isCellEnd(bytes[end])) {
            return readOther(bytes, at, into, index);
        }
        double value;
        if (number <= EXACT) {
            value = number / POWERS[decimals];
        } else {
            value = quotient(number, POWERS[decimals]);
            if (Double.isNaN(value)) {
                return readOther(bytes, at, into, index);
            }
        }
        into[index] = negative ? -value : value;
        return end;
    }

    /// `number` divided by `power`, rounded once; NaN where that cannot be told, as for a tie.
    ///
    /// The first quotient is that of the nearest double. What it lacks is what that double lacks and the
    /// remainder of the division, which a fused multiplication and addition gives exactly (P. Markstein, IBM
    /// Journal of Research and Development 34, 1990); in units of the power it is the correction, known to some
    /// fifty bits. The sum of both is rounded right unless the last of these bits decide to which side of the
    /// middle between two doubles it falls (so A. Ziv, ACM Transactions on Mathematical Software 17, 1991, for
    /// other functions).
    ///
    /// @param number from 2⁵³ to 2⁶³
    /// @param power a power of ten that is a double
    private static double quotient(long number, double power) {
        double near = number;
        if (near == 0x1p63) {
            return Double.NaN;
        }
        double first = near / power;
        double correction = (Math.fma(-first, power, near) + (number - (long) near)) / power;
        double value = first + correction;
        double roundedBy = correction - (value - first);
        return value + roundedBy * DOUBT == value ? value : Double.NaN;
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
