package org.voorwerp.server.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetailTest {

    @Test
    void whatManyProgramsSaidIsBoundedAndEachHasItsShare() {
        var logs = new LinkedHashMap<String, String>();
        for (int i = 0; i < 40; i++) {
            logs.put("metric " + i, "begins " + i + "x".repeat(10_000) + "ends " + i);
        }
        var detail = String.valueOf(Detail.of(logs));
        assertTrue(detail.length() <= 16_000, () -> detail.length() + " characters");
        for (int i = 0; i < 40; i++) {
            assertTrue(detail.contains("metric " + i + ":\nbegins " + i + "x"), detail);
            assertTrue(detail.contains("xends " + i + "\n"), detail);
        }
    }

    @Test
    void whoSaidNothingIsNotNamed() {
        assertNull(Detail.of(new LinkedHashMap<>()));
        assertNull(Detail.of(new LinkedHashMap<>(Map.of("quiet", " \n"))));
        var logs = new LinkedHashMap<>(Map.of("quiet", ""));
        logs.put("loud", "said\0 so");
        assertEquals("loud:\nsaid so\n", Detail.of(logs));
    }
}
