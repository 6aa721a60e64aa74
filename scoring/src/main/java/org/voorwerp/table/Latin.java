package org.voorwerp.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text of which nobody said in which encoding it is: UTF-8 if it can be that, else windows-1252, which holds all
/// letters of Latin-1 and what Windows wrote in place of its control characters.
final class Latin {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char UNDEFINED = '\uFFFD';

    private Latin() {}

    static boolean isAscii(byte[] bytes, int from, int to) {
        byte all = 0;
        for (int at = from; at < to; at++) {
            all |= bytes[at];
        }
        return all >= 0;
    }

    static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    static String text(byte[] bytes, int from, int to) {
        if (isUtf8(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder(new String(bytes, from, to - from, WINDOWS));
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == UNDEFINED) {
                // Five bytes mean nothing in windows-1252; in Latin-1 each means something.
                text.setCharAt(i, (char) (bytes[from + i] & 0xff));
            }
        }
        return text.toString();
    }
}
