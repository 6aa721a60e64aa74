package org.voorwerp.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class UnpackedTest {

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("a\tb\n1\t2\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Table open(byte[] bytes, String name) throws IOException {
        return Table.open(new ByteArrayInputStream(bytes), name);
    }

    @Test
    void aZipOfOneTableIsThatTableAndTellsByItsNameWhatSeparatesCells() throws IOException {
        try (var table = open(zip("__MACOSX/._t.tsv", "folder/", "folder/t.tsv"), "export.zip")) {
            assertEquals(2, table.columns().size());
            assertEquals("2", table.iterator().next().get(1));
        }
    }

    @Test
    void aWorkbookIsNoTable() throws IOException {
        var workbook = zip("[Content_Types].xml", "xl/workbook.xml");

        var thrown = assertThrows(TableException.class, () -> open(workbook, "table.csv"));

        assertEquals(
                "the file is a zip archive or an Excel workbook: save the table as CSV",
                thrown.finding().message());
    }

    @Test
    void ofSeveralTablesNobodyKnowsWhichIsMeant() throws IOException {
        var two = zip("a.csv", "b.csv");

        var thrown = assertThrows(TableException.class, () -> {
            try (var table = open(two, "two.zip")) {
                table.iterator().forEachRemaining(row -> {});
            }
        });

        assertEquals(
                "the zip holds several files, among them \"b.csv\"; take out the one to read",
                thrown.finding().message());
    }
}
