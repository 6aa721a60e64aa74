package org.voorwerp.server.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.server.http.Invalid;

class TeamNameTest {

    @ParameterizedTest
    @CsvSource({
        "Voorwerpjes, Voorwerpjes",
        "'  two   spaces ', two spaces",
        "'=1+1', '=1+1'",
        "<b>bold</b>, <b>bold</b>",
        "Größe, Größe",
        "'e\u0301toile', 'étoile'",
        "銀河, 銀河",
        "' no-break ', no-break"
    })
    void aNameIsKeptAsItIsSeen(String wanted, String kept) {
        assertEquals(kept, TeamName.of(wanted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "...",
                "\uD83D\uDE00",
                "a\tb",
                "a\nb",
                "a\0b",
                "admin\u200B",
                "\u202Egnp.exe",
                "\uFEFFa",
                "a\u2028b",
                "\uD800a",
                "a\uE000",
                "Z\u0300\u0301\u0302\u0303\u0304\u0305a"
            })
    void whatCannotBeSeenOrReadIsNoName(String wanted) {
        assertThrows(Invalid.class, () -> TeamName.of(wanted));
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 10_000, 1_000_000})
    void aNameIsShort(int length) {
        assertThrows(Invalid.class, () -> TeamName.of("x".repeat(length)));
        assertEquals(60, TeamName.of("x".repeat(60)).length());
    }
}
