package org.voorwerp.server.challenge.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.voorwerp.server.challenge.build.source.ImageArchive;
import org.voorwerp.server.dataset.DatasetColumn;

/// Subjects with their images as a tar in the manner of WebDataset: for each subject `<id>.png` and `<id>.json`, one
/// after
/// the other, the latter with the cells of its row in the table. The same subjects give the same bytes.
final class SampleArchive {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ImageArchive images;
    private final List<DatasetColumn> columns;

    SampleArchive(ImageArchive images, List<DatasetColumn> columns) {
        this.images = images;
        this.columns = columns;
    }

    /// Rows of a published table, the id first.
    interface Rows {
        List<String> row(int i);
    }

    void write(int size, Rows rows, OutputStream out) throws IOException {
        // Not closed: the stream is the caller's.
        var tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        for (int i = 0; i < size; i++) {
            var row = rows.row(i);
            put(tar, row.getFirst() + ".png", images.png(row.getFirst()));
            put(tar, row.getFirst() + ".json", JSON.writeValueAsBytes(values(row)));
        }
        tar.finish();
        tar.flush();
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        // The same for all files, so that it tells nothing.
        entry.setModTime(0);
        entry.setIds(0, 0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private ObjectNode values(List<String> row) {
        var values = JSON.createObjectNode();
        for (int c = 0; c < columns.size(); c++) {
            var name = columns.get(c).name();
            var cell = row.get(c);
            if (cell.isEmpty()) {
                values.putNull(name);
                continue;
            }
            switch (columns.get(c).type()) {
                case TEXT -> values.put(name, cell);
                case INTEGER -> values.put(name, Long.parseLong(cell));
                case DECIMAL -> values.put(name, Double.parseDouble(cell));
            }
        }
        return values;
    }
}
