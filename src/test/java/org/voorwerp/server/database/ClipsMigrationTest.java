package org.voorwerp.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// A server that is brought up to date goes on scoring what it hosts as it did.
@QuarkusTest
class ClipsMigrationTest {

    @Inject
    DataSource database;

    @Test
    void whatIsHostedKeepsTheClipItWasScoredWith() throws Exception {
        var was = """
                {"metrics": [{"name": "log-loss"}, {"name": "log-loss", "parameters": {"clip": 0.01}},
                    {"name": "soft-log-loss", "parameters": null}, {"name": "rmse", "parameters": {"columns": ["a"]}},
                    {"name": "log-loss", "sql": "select 1"}], "title": "kept"}""";
        var is = """
                {"metrics": [{"name": "log-loss", "parameters": {"clip": 1e-15}},
                    {"name": "log-loss", "parameters": {"clip": 0.01}},
                    {"name": "soft-log-loss", "parameters": {"clip": 1e-15}},
                    {"name": "rmse", "parameters": {"columns": ["a"]}}, {"name": "log-loss", "sql": "select 1"}],
                 "title": "kept"}""";
        try (var script = Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V97__clips.sql"));
                var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("create schema before_clips");
                statement.execute("set local search_path to before_clips");
                statement.execute("create table challenge (definition jsonb)");
                statement.execute("create table scoring_version (metrics jsonb)");
                statement.execute("insert into challenge values ('" + was + "'), ('{\"title\": \"without metrics\"}')");
                statement.execute("insert into scoring_version values (null), ('[{\"name\": \"kl-divergence\"}]')");
                statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
                var json = new ObjectMapper();
                try (var rows = statement.executeQuery(
                        "select definition from challenge where definition ->> 'title' = 'kept'")) {
                    rows.next();
                    assertEquals(json.readTree(is), json.readTree(rows.getString(1)));
                }
                try (var rows =
                        statement.executeQuery("select metrics from scoring_version where metrics is not null")) {
                    rows.next();
                    assertEquals(
                            json.readTree("[{\"name\": \"kl-divergence\", \"parameters\": {\"clip\": 1e-15}}]"),
                            json.readTree(rows.getString(1)));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
