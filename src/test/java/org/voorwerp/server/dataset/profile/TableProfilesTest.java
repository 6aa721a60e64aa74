package org.voorwerp.server.dataset.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// A profile is kept as long as a published file is what it is of: a trigger sees to it.
@QuarkusTest
class TableProfilesTest {

    @Inject
    TableProfiles profiles;

    @Inject
    Blobs blobs;

    @Inject
    DataSource database;

    private Api organiser;
    private SmallChallenge first;
    private SmallChallenge second;

    @BeforeEach
    void twoDrafts() {
        organiser = Api.organiser();
        first = SmallChallenge.of().draftOf(organiser.account).create();
        second = SmallChallenge.of().draftOf(organiser.account).create();
    }

    @Test
    void aProfileGoesWithTheLastFileThatItIsOf() throws Exception {
        var shared = table();
        var other = table();
        publish(first, 1, shared);
        publish(second, 1, shared);
        publish(second, 1, other);
        assertTrue(isProfiled(shared));
        delete(first);
        assertTrue(isProfiled(shared), "the second challenge has the same file");
        delete(second);
        assertFalse(isProfiled(shared));
        assertFalse(isProfiled(other));
    }

    @Test
    void aProfileGoesWhenAllVersionsThatHaveItsFileGoAtOnce() throws Exception {
        var table = table();
        publish(first, 1, table);
        publish(first, 2, table);
        var others = table();
        publish(second, 1, others);
        delete(first);
        assertFalse(isProfiled(table));
        assertTrue(isProfiled(others), "nothing happened to the other challenge");
    }

    /// A table that no other test has.
    private String table() throws Exception {
        try (var incoming = blobs.incoming(Area.DATASETS)) {
            incoming.write(("id,colour\ns001," + UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8));
            return incoming.keep().digest();
        }
    }

    private void publish(SmallChallenge challenge, int version, String blob) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into dataset_file (challenge_id, version, name, position, media_type, blob, bytes, rows,"
                                + " description) values (?, ?, ?, 1, 'text/csv', ?, 1, 1, 'A table')")) {
            insert.setObject(1, challenge.id);
            insert.setInt(2, version);
            insert.setString(3, blob.substring(0, 8) + ".csv");
            insert.setString(4, blob);
            insert.executeUpdate();
        }
        var file = new DatasetFile();
        file.name = "table.csv";
        file.blob = blob;
        assertTrue(profiles.of(file).isPresent());
    }

    private void delete(SmallChallenge draft) {
        var answer = organiser.delete("/api/challenges/" + draft.slug);
        assertEquals(204, answer.status(), answer::toString);
    }

    private boolean isProfiled(String blob) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select from table_profile where blob = ?")) {
            select.setString(1, blob);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}
