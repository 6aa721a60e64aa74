package org.voorwerp.consensus.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.table.TableException;

@NullUnmarked
class AncientLivesTest {

    private static final String HEADER =
            "id,user_id,fragment_id,transcription_id,x,y,character,diacritic,custom,created_at,updated_at,temp_id\n";

    @TempDir
    Path folder;

    private final List<Marks> clicks = new ArrayList<>();

    private AncientLives.Clicks read(String rows) throws IOException {
        return AncientLives.read(Files.writeString(folder.resolve("clicks.csv"), HEADER + rows), clicks::add);
    }

    @Test
    void aClickIsAPointWithItsCharacter() throws IOException {
        read("7,1,88200,6,146,111,Ν,,0,2011-07-23 22:01:19,2011-07-23 22:01:19,TMP1311458476883\n"
                + "13,1,88200,6,102,72,Ο,,0,2011-07-23 23:25:32,2011-07-23 23:25:32,TMP1311463524759\n"
                + "7,1,88200,6,146,111,Ν,,0,2011-07-23 22:01:19,2011-07-23 22:01:19,TMP1311458476883\n");

        assertEquals(2, clicks.size());
        var click = clicks.getFirst();
        assertEquals("88200", click.subject());
        assertEquals("user:1", click.volunteer());
        assertEquals(new Figure.Point(146, 111), click.marks().getFirst().shape());
        assertEquals(List.of(new Detail.Written("Ν")), click.marks().getFirst().details());
    }

    @Test
    void whatIsWrongIsFoundInItsLine() throws IOException {
        var read = read(
                "7,1,88200,6,here,111,Ν,,0,,,\n8,,88200,6,1,2,Ν,,0,,,\n9,1,88200,6,1,2,,,0,,,\n1,1,1,1,1,1,A,,,,,\n");

        assertEquals(1, clicks.size());
        assertEquals(
                List.of(
                        "line 2, column 5: \"here\" is not a number (column \"x\")",
                        "line 3, column 2: the cell is empty (column \"user_id\")",
                        "line 4, column 7: the cell is empty (column \"character\")"),
                read.findings().list().stream().map(Object::toString).toList());
        assertThrows(
                TableException.class,
                () -> AncientLives.read(Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n"), clicks::add));
    }
}
