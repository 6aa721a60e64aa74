package org.voorwerp.server.dataset.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.profile.TableProfile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

@QuarkusTest
class TableRowsTest {

    private static final int ROWS = 9001;

    @Inject
    Blobs blobs;

    @Inject
    TableRows rows;

    @Test
    void anyPageHoldsTheRowsThatAreThere() throws IOException {
        var csv = new StringBuilder("id,text\n");
        var all = new ArrayList<List<String>>();
        for (int i = 0; i < ROWS; i++) {
            var text = i % 5 == 0 ? "line " + i + "\n\"quoted\", é" : "plain " + i;
            all.add(List.of("s" + i, text));
            csv.append('s')
                    .append(i)
                    .append(",\"")
                    .append(text.replace("\"", "\"\""))
                    .append("\"\n");
        }
        var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        var file = file(bytes);
        var profile = TableProfile.read(new ByteArrayInputStream(bytes));
        for (long first : new long[] {0, 1, 19, 20, 21, 4095, 4096, 8191, 8192, 8980}) {
            var page = rows.page(file, profile, first, 20);
            assertEquals(first, page.first());
            assertEquals(all.subList((int) first, (int) first + 20), page.rows());
        }
        var last = rows.page(file, profile, Long.MAX_VALUE, 20);
        assertEquals(9000, last.first());
        assertEquals(all.subList(9000, 9001), last.rows());
        assertEquals(0, rows.page(file, profile, -5, 20).first());
    }

    @Test
    void longCellsAreCutAndMissingOnesEmpty() throws IOException {
        var bytes = ("a,b\n" + "ä".repeat(5000) + "\nx,y,z\n").getBytes(StandardCharsets.UTF_8);
        var page = rows.page(file(bytes), TableProfile.read(new ByteArrayInputStream(bytes)), 0, 20);
        assertEquals("ä".repeat(200) + "…", page.rows().getFirst().getFirst());
        assertEquals("", page.rows().getFirst().getLast());
        assertEquals(List.of("x", "y"), page.rows().getLast());
    }

    private DatasetFile file(byte[] bytes) throws IOException {
        try (var incoming = blobs.incoming(Area.DATASETS)) {
            incoming.write(bytes);
            var file = new DatasetFile();
            file.name = "train.csv";
            file.blob = incoming.keep().digest();
            return file;
        }
    }
}
