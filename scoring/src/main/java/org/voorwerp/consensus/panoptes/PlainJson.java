package org.voorwerp.consensus.panoptes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.voorwerp.table.CellBytes;

/// Goes through a cell of plain JSON: JSON without a fault and without anything seldom. At the first byte that is not
/// plain it gives up, for a full parser to read the cell and to say what is wrong, if anything is.
///
/// It is here because a cell is short and there is one a row: a parser takes longer to be made than to read it, and the
/// machine takes longer to compile a parser than to read most files.
final class PlainJson {

    /// Deeper, longer: the parser shall say whether that is still allowed.
    private static final int DEEPEST = 50;

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_NUMBER = 100;

    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;
    private boolean plain = true;

    /// The text last read, between its quotes.
    private int textFrom;

    private int textTo;
    private boolean escaped;

    /// @param cell in UTF-8, not to be changed meanwhile
    PlainJson(CellBytes cell) {
        bytes = cell.bytes();
        at = cell.from();
        end = cell.to();
    }

    static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether it was plain to its end, which was reached.
    boolean isPlainToTheEnd() {
        return plain && next() == 0 && at == end;
    }

    /// The next byte that is no blank, which is not taken yet; 0 at the end.
    int next() {
        while (at < end) {
            byte b = bytes[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
            at++;
        }
        return 0;
    }

    /// Leaves the cell to the parser: all loops end.
    private void giveUp() {
        plain = false;
        at = end;
    }

    /// Takes the opening bracket.
    ///
    /// @return whether a first element or member follows; else the closing one was taken, too
    boolean open(char close) {
        at++;
        if (++depth > DEEPEST) {
            giveUp();
        }
        if (next() == close) {
            at++;
            depth--;
            return false;
        }
        return plain;
    }

    /// Takes the comma or closing bracket behind an element.
    ///
    /// @return whether another element follows
    boolean more(char close) {
        int b = next();
        at++;
        if (b == ',') {
            return true;
        }
        if (b != close) {
            giveUp();
        }
        depth--;
        return false;
    }

    /// Takes a value that nobody asks for; it must be right all the same.
    void skip() {
        switch (next()) {
            case '"' -> string();
            case '[' -> {
                for (boolean more = open(']'); more; more = more(']')) {
                    skip();
                }
            }
            case '{' -> {
                for (boolean more = open('}'); more; more = more('}')) {
                    name();
                    colon();
                    skip();
                }
            }
            case 't' -> word(TRUE);
            case 'f' -> word(FALSE);
            case 'n' -> word(NULL);
            default -> number();
        }
    }

    /// Takes the name of a member; [#isText] tells which it is.
    void name() {
        if (next() == '"') {
            string();
            if (escaped || textTo - textFrom > LONGEST_NAME) {
                giveUp();
            }
        } else {
            giveUp();
        }
    }

    /// Takes what stands between a name and its value.
    void colon() {
        if (next() == ':') {
            at++;
        } else {
            giveUp();
        }
    }

    /// Takes a string; [#text] is what it says.
    void string() {
        textFrom = ++at;
        escaped = false;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                textTo = at++;
                return;
            }
            if (b == '\\') {
                escaped = true;
                at++;
                if (at >= end || unescaped(bytes[at]) == 0) {
                    break;
                }
            } else if (b >= 0 && b < ' ') {
                break;
            }
            at++;
        }
        giveUp();
    }

    /// What a backslash and a letter stand for; 0 for nothing, and for `u`, which is left to the parser.
    private static byte unescaped(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }

    /// Whether the name last read is this one.
    boolean isText(byte[] word) {
        return plain && Arrays.equals(bytes, textFrom, textTo, word, 0, word.length);
    }

    /// What the string last read says.
    String text() {
        if (!plain) {
            return "";
        }
        if (!escaped) {
            return new String(bytes, textFrom, textTo - textFrom, StandardCharsets.UTF_8);
        }
        var unescaped = new byte[textTo - textFrom];
        int length = 0;
        for (int i = textFrom; i < textTo; i++) {
            unescaped[length++] = bytes[i] == '\\' ? unescaped(bytes[++i]) : bytes[i];
        }
        return new String(unescaped, 0, length, StandardCharsets.UTF_8);
    }

    /// A number, true or false as it is written.
    String literal() {
        int from = at;
        skip();
        return plain ? new String(bytes, from, at - from, StandardCharsets.ISO_8859_1) : "";
    }

    private void word(byte[] word) {
        if (end - at >= word.length && Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
            at += word.length;
        } else {
            giveUp();
        }
    }

    private void number() {
        int from = at;
        if (at < end && bytes[at] == '-') {
            at++;
        }
        int first = at;
        boolean right = digits() && (bytes[first] != '0' || at == first + 1);
        if (right && at < end && bytes[at] == '.') {
            at++;
            right = digits();
        }
        if (right && at < end && (bytes[at] | ' ') == 'e') {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            right = digits();
        }
        if (!right || at - from > LONGEST_NUMBER) {
            giveUp();
        }
    }

    /// @return whether there is one at least
    private boolean digits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > from;
    }
}
