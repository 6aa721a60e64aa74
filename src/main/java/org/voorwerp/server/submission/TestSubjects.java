package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.table.Table;
import org.voorwerp.table.index.TextIndexBuilder;

/// The ids that a submission must predict, read from the published test file: what checks a submission has never seen
/// the truth. The most recently used are kept in memory.
@ApplicationScoped
class TestSubjects {

    /// How many ids are kept in all, at some 100 bytes each; the challenge in use is kept in any case.
    private static final int KEPT = 2_000_000;

    private final Blobs blobs;
    private final Map<String, SubjectIndex> kept = new LinkedHashMap<>(16, 0.75f, true);

    TestSubjects(Blobs blobs) {
        this.blobs = blobs;
    }

    SubjectIndex of(Challenge challenge) throws IOException {
        var file = DatasetFile.of(challenge.id, DatasetFile.TEST)
                .orElseThrow(() -> new IllegalStateException("challenge " + challenge.slug + " has no test file"));
        var column = challenge.definition.idColumn();
        var key = file.blob + " " + column;
        synchronized (kept) {
            var known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        // Two uploads may both read it the first time; that is cheaper than making others wait.
        var read = read(file, column);
        synchronized (kept) {
            kept.put(key, read);
            trim();
        }
        return read;
    }

    private SubjectIndex read(DatasetFile file, String column) throws IOException {
        try (var table = Table.open(blobs.open(Area.DATASETS, file.blob), file.name)) {
            int id = table.column(column);
            var ids = new TextIndexBuilder();
            for (var row : table) {
                ids.add(row.get(id));
            }
            return SubjectIndex.of(ids);
        }
    }

    private void trim() {
        long ids = kept.values().stream().mapToLong(SubjectIndex::size).sum();
        var oldest = kept.values().iterator();
        while (ids > KEPT && kept.size() > 1) {
            ids -= oldest.next().size();
            oldest.remove();
        }
    }
}
