package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.voorwerp.table.CellBytes;

/// The cell `metadata`, which a volunteer's browser wrote.
final class Metadata {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] LIVE_PROJECT = "live_project".getBytes(StandardCharsets.UTF_8);
    private static final long LIVE_PRO = (long) WORD.get(LIVE_PROJECT, 0);

    private Metadata() {}

    /// Whether a classification was made before the project's launch: whether `live_project` is false.
    ///
    /// @param raw the cell with its quotes; most tell at a glance
    /// @return false also where nothing in the cell needs a closer look
    static boolean mayBeBeforeLaunch(CellBytes raw) {
        byte[] bytes = raw.bytes();
        int from = raw.from();
        int to = raw.to();
        if (from < to && bytes[from] == '"') {
            from++;
            to--;
        }
        if (from < to && (bytes[from] != '{' || bytes[to - 1] != '}')) {
            return true;
        }
        for (int at = from; at <= to - Long.BYTES; at++) {
            if ((long) WORD.get(bytes, at) == LIVE_PRO && !saysTrue(bytes, at + LIVE_PROJECT.length, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysTrue(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == '"' || bytes[at] == ':' || bytes[at] == ' ')) {
            at++;
        }
        return at < to && bytes[at] == 't';
    }

    /// The same, exactly.
    ///
    /// @throws IOException if the cell is no JSON
    static boolean isBeforeLaunch(CellBytes cell) throws IOException {
        try (var parser = Json.parser(cell)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            boolean before = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("live_project");
                var value = parser.nextToken();
                before = found ? value == JsonToken.VALUE_FALSE : before;
                parser.skipChildren();
            }
            return before;
        }
    }
}
