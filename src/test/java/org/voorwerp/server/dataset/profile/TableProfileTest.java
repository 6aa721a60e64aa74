package org.voorwerp.server.dataset.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.dataset.profile.ColumnProfile.Categories;
import org.voorwerp.server.dataset.profile.ColumnProfile.Count;
import org.voorwerp.server.dataset.profile.ColumnProfile.Numbers;
import org.voorwerp.server.dataset.profile.ColumnProfile.Texts;
import org.voorwerp.table.TableException;

class TableProfileTest {

    @Test
    void everyColumnIsWhatItsCellsAre() {
        var profile = read("""
                id,votes,share,label,note
                a1,9,0.5,Alpha,
                a2,7,,Beta,"two
                lines"
                a3,11,1,Alpha,"with ""quotes"", and more"
                """);
        assertEquals(3, profile.rows());
        assertInstanceOf(Texts.class, profile.columns().get(0));
        var votes = assertInstanceOf(Numbers.class, profile.columns().get(1));
        assertTrue(votes.whole(), "whole");
        assertEquals(List.of(7.0, 11.0, 9.0), List.of(votes.min(), votes.max(), votes.mean()));
        var share = assertInstanceOf(Numbers.class, profile.columns().get(2));
        assertTrue(!share.whole(), "not whole");
        assertEquals(1, share.missing());
        assertEquals(0.75, share.mean());
        var label = assertInstanceOf(Categories.class, profile.columns().get(3));
        assertEquals(List.of(new Count("Alpha", 2), new Count("Beta", 1)), label.values());
        assertEquals(1, profile.columns().get(4).missing());
    }

    @Test
    void aColumnWithOneWordAmongNumbersIsNoColumnOfNumbers() {
        var rows = new StringBuilder("x\n");
        for (int i = 0; i < 1000; i++) {
            rows.append(i).append('\n');
        }
        assertInstanceOf(Numbers.class, read(rows.toString()).columns().getFirst());
        assertInstanceOf(Texts.class, read(rows + "n/a\n").columns().getFirst());
    }

    @Test
    void marksPointAtRowsHoweverManyThereAre() {
        var rows = new StringBuilder("id,text\r\n");
        int count = 10_000;
        for (int i = 0; i < count; i++) {
            rows.append(i).append(i % 7 == 0 ? ",\"a\nb\"\r\n" : ",c\r\n");
        }
        var text = rows.toString();
        var profile = read(text);
        assertEquals(count, profile.rows());
        assertTrue(profile.marks().size() <= 2048, profile.marks().size() + " marks");
        for (int mark = 0; mark < profile.marks().size(); mark++) {
            var at = text.substring(Math.toIntExact(profile.marks().get(mark)));
            assertTrue(at.startsWith(mark * profile.step() + ","), "mark " + mark + " points at " + at.substring(0, 9));
        }
    }

    @Test
    void whatIsNoTableIsSaidToBeNone() {
        assertEquals(0, read("").rows());
        assertEquals(0, read("a,b\n").rows());
        assertThrows(TableException.class, () -> read("a\n\"open\n"));
        var wide = "c,".repeat(5000) + "c\n" + "1,".repeat(5000) + "1\n";
        assertEquals(5001, read(wide).width());
        assertEquals(TableProfile.MOST_COLUMNS, read(wide).columns().size());
    }

    @Test
    void aProfileIsReadAsItWasStored() throws JsonProcessingException {
        var profile = read("id,votes,label\na,1,x\nb,2,x\nc,3,y\n");
        var json = new JsonMapper();
        assertEquals(profile, json.readValue(json.writeValueAsString(profile), TableProfile.class));
    }

    private static TableProfile read(String csv) {
        try {
            return TableProfile.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
