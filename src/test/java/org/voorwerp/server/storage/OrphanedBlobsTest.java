package org.voorwerp.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.Api;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class OrphanedBlobsTest {

    @Inject
    SettableClock clock;

    @Inject
    DataSource database;

    @Inject
    Blobs served;

    /// Of the test's own: the server's has what earlier runs left.
    @TempDir
    Path folder;

    private Blobs blobs;
    private OrphanedBlobs orphans;

    @BeforeEach
    void over() {
        blobs = new Blobs(() -> folder, clock);
        orphans = new OrphanedBlobs(blobs, database, clock);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    /// What a server leaves that dies between naming a file and committing its row.
    private Path orphan(Area area) throws Exception {
        try (var incoming = blobs.incoming(area)) {
            incoming.write(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
            return blobs.path(area, incoming.keep().digest());
        }
    }

    private static Path old(Path file) throws Exception {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }

    private Path sent() throws Exception {
        var submission = Api.participant()
                .scored(SmallChallenge.of().create(), SmallChallenge.file(i -> i % 3 == 0 ? "A" : "B"));
        var digest = submission.get("sha256").asText();
        var copy = blobs.path(Area.SUBMISSIONS, digest);
        Files.createDirectories(copy.getParent());
        return Files.copy(served.path(Area.SUBMISSIONS, digest), copy);
    }

    @Test
    void whatNoRowNamesIsPutAsideAfterADayAndGoneAfterTwoMore() throws Exception {
        var orphan = old(orphan(Area.SUBMISSIONS));
        var truth = old(orphan(Area.TRUTH));
        var young = orphan(Area.SUBMISSIONS);
        var needed = old(sent());
        assertEquals(2, orphans.sweep());
        assertFalse(Files.exists(orphan));
        assertFalse(Files.exists(truth));
        assertTrue(Files.exists(young), "its row may be on its way");
        assertTrue(Files.exists(needed));
        assertTrue(Files.exists(aside(orphan)), "it could still be put back");
        var aside = aside(orphan);
        clock.set(Instant.now().plus(Duration.ofDays(2)));
        orphans.sweep();
        assertFalse(Files.exists(aside));
        assertTrue(Files.exists(needed));
    }

    /// As a crash in the middle of a sweep would leave it.
    @Test
    void whatIsNeededAfterAllIsPutBack() throws Exception {
        var needed = sent();
        var aside = aside(needed);
        Files.createDirectories(aside.getParent());
        Files.move(needed, aside, StandardCopyOption.ATOMIC_MOVE);
        clock.set(Instant.now().plus(Duration.ofDays(2)));
        orphans.sweep();
        assertTrue(Files.exists(needed));
        assertFalse(Files.exists(aside));
    }

    /// A server that is started over an empty database, by a slip or to restore a dump, keeps its blobs.
    @Test
    void ifMostAreNamedByNothingNothingIsTouched() throws Exception {
        var all = new ArrayList<Path>();
        for (int i = 0; i < 101; i++) {
            all.add(old(orphan(Area.PROGRAMS)));
        }
        orphans.sweep();
        for (var blob : all) {
            assertTrue(Files.exists(blob));
            Files.delete(blob);
        }
    }

    @Test
    void everyColumnThatNamesABlobKeepsItsBlobs() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var named = column(statement.executeQuery("""
                    select table_name || '.' || column_name from information_schema.view_column_usage
                    where view_name = 'blob_reference' and column_name in ('blob', 'subject_scores') order by 1"""));
            // Digests of other things: of what is described, or beside a row that is named.
            var others = List.of(
                    "commitment.split",
                    "commitment.truth",
                    "idempotency_key.blob",
                    "table_profile.blob",
                    "terms_version.digest");
            var all = new ArrayList<>(named);
            all.addAll(others);
            all.sort(null);
            var digests = column(statement.executeQuery("""
                    select c.relname || '.' || a.attname from pg_constraint k
                    join pg_class c on c.oid = k.conrelid
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
                    where k.contype = 'c' and pg_get_constraintdef(k.oid) like '%[0-9a-f]{64}%'
                    union select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'public' and column_name = 'blob'
                        and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')
                    order by 1"""));
            assertEquals(all, digests);
        }
    }

    private static List<String> column(java.sql.ResultSet rows) throws Exception {
        var values = new ArrayList<String>();
        while (rows.next()) {
            values.add(rows.getString(1));
        }
        return values;
    }

    private Path aside(Path blob) {
        var area = blob.getParent().getParent().getFileName();
        var today = Instant.now().toString().substring(0, 10);
        return blobs.root().resolve("orphaned").resolve(today).resolve(area).resolve(blob.getFileName());
    }
}
