package org.voorwerp.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    @Test
    void rowsAreReadWithTheLineTheyBeginIn() throws IOException {
        var rows = rows("id,note\n\n1,\"two\nlines\"\r\n\r\n2,\"a \"\"word\"\"\"\r3,\n");
        assertEquals(List.of("3:1|two\nlines", "6:2|a \"word\"", "7:3|"), rows);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstName() throws IOException {
        try (var table = open("\ufeffid,x\n1,2\n", "t.csv")) {
            assertEquals(List.of("id", "x"), table.columns());
        }
    }

    @Test
    void tabsSeparateWhereTheNameSaysSo() throws IOException {
        try (var table = open("id\tx\n1\t2,5\n", "T.TSV")) {
            assertEquals("2,5", table.iterator().next().get(1));
        }
    }

    @Test
    void compressedTablesAreReadFromAFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("votes.tsv.gz");
        Files.write(file, gzip("id\tx\n1\t2\n"));
        try (var table = Table.open(file)) {
            assertEquals(2.0, table.iterator().next().number(table.column("x")));
        }
    }

    @Test
    void damagedCompressionIsAFinding() throws IOException {
        var whole = gzip("id,x\n" + "1,2\n".repeat(100_000));
        var half = Arrays.copyOf(whole, whole.length / 2);
        var broken = assertThrows(TableException.class, () -> {
            try (var table = Table.open(new ByteArrayInputStream(half), "t.csv.gz")) {
                table.forEach(_ -> {});
            }
        });
        assertEquals(
                "the compressed data ends early or is damaged", broken.finding().message());
        var never = assertThrows(TableException.class, () -> open("id,x\n", "t.csv.gz"));
        assertEquals("t.csv.gz is not compressed by gzip, or is damaged", never.getMessage());
    }

    @Test
    void latin1AndUtf8AreBothReadEvenInOneFile() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("id,name\n1,".getBytes(StandardCharsets.UTF_8));
        bytes.write("Müller\n2,".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write("Müller Αθήνα\n3,é".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xc3);
        try (var table = Table.open(new ByteArrayInputStream(bytes.toByteArray()), "t.csv")) {
            var names = new ArrayList<String>();
            table.forEach(row -> names.add(row.get(1)));
            assertEquals(List.of("Müller", "Müller Αθήνα", "éÃ"), names);
        }
    }

    @Test
    void utf16IsAFinding() {
        var e = assertThrows(TableException.class, () -> open("id,x\n1,2\n", "t.csv", StandardCharsets.UTF_16));
        assertEquals("the file is UTF-16: save it as UTF-8", e.getMessage());
    }

    @Test
    void anEmptyFileIsAFinding() {
        var e = assertThrows(TableException.class, () -> open("\n\n", "t.csv"));
        assertEquals("the file is empty: a header line is expected", e.getMessage());
    }

    @Test
    void aMissingColumnIsAnsweredWithThoseThereAre() throws IOException {
        try (var table = open("id,x,x\n", "t.csv")) {
            var missing = assertThrows(TableException.class, () -> table.column("y"));
            assertEquals("line 1: there is no column \"y\"; there are \"id\", \"x\", \"x\"", missing.getMessage());
            var twice = assertThrows(TableException.class, () -> table.column("x"));
            assertEquals("line 1: there are two columns \"x\"", twice.getMessage());
        }
    }

    @Test
    void aRowOfAnotherLengthIsAFinding() throws IOException {
        var e = assertThrows(TableException.class, () -> rows("id,x\n1,2\n2\n"));
        assertEquals("line 3: expected 2 cells as in the header, found 1", e.getMessage());
    }

    @Test
    void anOpenQuoteIsAFindingAndNotAFullMemory() {
        var e = assertThrows(TableException.class, () -> rows("id,x\n1,2\n2,\"3\n4,5\n"));
        assertEquals(3, e.finding().line());
        var endless = "id,x\n1,\"" + "x".repeat(Table.LONGEST_ROW + 100_000);
        var tooLong = assertThrows(TableException.class, () -> rows(endless));
        assertEquals("line 2: the row is longer than 16777216 characters: is a quote left open?", tooLong.getMessage());
    }

    @Test
    void aCellThatIsNoNumberIsNamedWithItsPlace() throws IOException {
        try (var table = open("id,votes\na,12.0\nb,1.5\nc,NA\nd,\n", "t.csv")) {
            var rows = table.iterator();
            assertEquals(12, rows.next().whole(1));
            var fraction = rows.next();
            assertEquals(1.5, fraction.number(1));
            assertEquals(
                    "line 3, column 2: \"1.5\" is not a whole number (column \"votes\")",
                    assertThrows(TableException.class, () -> fraction.whole(1)).getMessage());
            var word = rows.next();
            assertEquals(
                    "line 4, column 2: \"NA\" is not a number (column \"votes\")",
                    assertThrows(TableException.class, () -> word.number(1)).getMessage());
            var nothing = rows.next();
            assertEquals(
                    "line 5, column 2: the cell is empty (column \"votes\")",
                    assertThrows(TableException.class, () -> nothing.number(1)).getMessage());
        }
    }

    @Test
    void theVoteTableOfGalaxyZoo2IsRead() throws IOException {
        var file = Path.of("../../shared/data/galaxy-zoo-2/table5.csv.gz");
        assumeTrue(Files.exists(file), "no " + file + ": the real data is not in the repository");
        try (var table = Table.open(file)) {
            assertEquals(228, table.columns().size());
            int votes = table.column("total_votes");
            int rows = 0;
            for (var row : table) {
                assertTrue(row.whole(votes) > 0);
                rows++;
            }
            assertEquals(19_761, rows);
        }
    }

    private static List<String> rows(String text) throws IOException {
        try (var table = open(text, "t.csv")) {
            var rows = new ArrayList<String>();
            for (var row : table) {
                rows.add(row.line() + ":" + row.get(0) + "|" + row.get(1));
            }
            return rows;
        }
    }

    private static Table open(String text, String name) throws IOException {
        return open(text, name, StandardCharsets.UTF_8);
    }

    private static Table open(String text, String name, Charset charset) throws IOException {
        return Table.open(new ByteArrayInputStream(text.getBytes(charset)), name);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
