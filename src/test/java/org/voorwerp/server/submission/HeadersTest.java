package org.voorwerp.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.http.Invalid;

class HeadersTest {

    @Test
    void thePreferenceToWaitIsReadAndCapped() {
        var longest = Duration.ofSeconds(60);
        assertEquals(Optional.of(Duration.ofSeconds(10)), Prefer.wait(List.of("wait=10"), longest));
        assertEquals(Optional.of(Duration.ofSeconds(60)), Prefer.wait(List.of("respond-async, wait=999"), longest));
        assertEquals(
                Optional.of(Duration.ofSeconds(7)), Prefer.wait(List.of("handling=strict", "Wait = \"7\""), longest));
        assertEquals(Optional.empty(), Prefer.wait(List.of("wait=soon"), longest));
        assertEquals(Optional.empty(), Prefer.wait(List.of("await=10"), longest));
        assertEquals(Optional.empty(), Prefer.wait(List.of(), longest));
    }

    @Test
    void anIdempotencyKeyIsAStringOrBare() {
        assertEquals("k-1", IdempotencyKeys.parse("\"k-1\""));
        assertEquals("k-1", IdempotencyKeys.parse("k-1"));
        assertEquals("a\"b", IdempotencyKeys.parse("\"a\\\"b\""));
        for (var key : List.of("", "\"\"", "two words", "ümlaut", "k".repeat(256))) {
            assertThrows(Invalid.class, () -> IdempotencyKeys.parse(key), key);
        }
    }
}
