package org.voorwerp.holdout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PublishedIdsTest {

    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    @Test
    void anIdDependsOnSecretAndSubjectAlone() {
        var one = new PublishedIds(SECRET);
        var other = new PublishedIds("another sixteen bytes".getBytes(StandardCharsets.UTF_8));

        assertEquals(one.of("42"), new PublishedIds(SECRET).of("42"));
        assertNotEquals(one.of("42"), one.of("43"));
        assertNotEquals(one.of("42"), other.of("42"));
    }

    /// HMAC-SHA256("0123456789abcdef", "42") in base 32, lower case, its first 16 characters: computed with Python.
    @Test
    void anIdIsTheBeginningOfAKeyedHash() {
        assertEquals("ruskfjjg2x2vmru5", new PublishedIds(SECRET).of("42"));
    }

    @Test
    void idsAreSixteenLettersAndDigitsAndNoNumber() {
        var ids = new PublishedIds(SECRET);
        var given = new HashSet<String>();
        for (int i = 0; i < 100_000; i++) {
            var id = ids.of(Integer.toString(i));
            assertTrue(id.matches("[a-z2-7]{16}") && !id.matches("\\d+(e\\d+)?"), id);
            given.add(id);
        }
        assertEquals(100_000, given.size());
    }

    @Test
    void aShortSecretIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PublishedIds(new byte[15]));
    }
}
