package org.voorwerp.table;

/// One thing wrong with a file, told to the person who wrote it.
///
/// @param line the line it stands in, from 1; 0 where it concerns the whole file
/// @param column the column (field of a table, character of a YAML file), from 1; 0 where it concerns the whole line
/// @param message what is wrong and what was expected, without line and column; it quotes nothing but the file itself
public record Finding(long line, int column, String message) {

    /// A finding about the file as a whole.
    public static Finding ofFile(String message) {
        return new Finding(0, 0, message);
    }

    /// A finding about one line.
    public static Finding ofLine(long line, String message) {
        return new Finding(line, 0, message);
    }

    /// `line 124, column 2: "abc" is not a number`
    @Override
    public String toString() {
        if (line == 0) {
            return message;
        }
        return column == 0 ? "line " + line + ": " + message : "line " + line + ", column " + column + ": " + message;
    }
}
