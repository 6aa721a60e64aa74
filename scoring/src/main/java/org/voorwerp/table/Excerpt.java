package org.voorwerp.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Shows a piece of somebody's file in a message: in quotes, no longer than [#LENGTH] characters, and with
/// escapes for what would not be seen or could do harm on a terminal.
public final class Excerpt {

    /// How many characters of the piece are shown.
    public static final int LENGTH = 40;

    private Excerpt() {}

    /// `"abc"`
    public static String of(String text) {
        var shown = new StringBuilder("\"");
        int shownCharacters = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (shownCharacters++ == LENGTH) {
                return shown.append("…\"").toString();
            }
            append(shown, character);
            i += Character.charCount(character);
        }
        return shown.append('"').toString();
    }

    /// `"a", "b", "c"`; of more than `limit` the first, and how many there are.
    public static String list(List<String> names, int limit) {
        var shown = names.stream().limit(limit).map(Excerpt::of).collect(Collectors.joining(", "));
        return names.size() > limit ? shown + ", … (" + names.size() + " in all)" : shown;
    }

    /// The same as [#of(String)] for UTF-8. Bytes that are not UTF-8 are shown as `\xE9`, with the advice to
    /// save the file as UTF-8.
    public static String of(byte[] bytes, int from, int to) {
        // Four bytes a character at most: what comes after these cannot be shown anyway.
        int end = Math.min(to, from + 4 * (LENGTH + 1));
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes, from, end - from);
        var out = CharBuffer.allocate(end - from);
        var result = decoder.decode(in, out, end == to);
        if (!result.isError()) {
            return of(out.flip().toString());
        }
        var readable = out.flip().toString();
        var shown = of(readable.substring(Math.max(0, readable.length() - LENGTH)));
        return shown.substring(0, shown.length() - 1)
                + String.format("\\x%02X", bytes[in.position()])
                + "…\", which is not UTF-8 (save the file as UTF-8)";
    }

    private static void append(StringBuilder shown, int character) {
        switch (character) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isVisible(character)) {
                    shown.appendCodePoint(character);
                } else {
                    shown.append(String.format("\\u%04x", character));
                }
            }
        }
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
