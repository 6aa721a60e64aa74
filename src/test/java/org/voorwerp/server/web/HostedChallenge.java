package org.voorwerp.server.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Challenges put into the database by hand, with texts that try to do harm.
@ApplicationScoped
class HostedChallenge {

    private static final String DEFINITION = """
            {"voorwerp": 1, "slug": "%1$s", "title": "%2$s", "summary": "%3$s", "organisers": ["Ancient Lives"],
             "licence": "CC0-1.0", "citation": "Williams, A. C. et al. (2014), IEEE Big Data.",
             "task": {"kind": "labels", "classes": ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta"]},
             "truth": {"solution": {"file": "solution-kept-secret.csv", "subject": "id", "columns": {"label": "label"}}},
             "holdout": {"fraction": 0.333, "public": 0.5, "seed": 987654321},
             "metrics": [{"name": "f1", "title": "Macro F1", "primary": true},
                         {"name": "accuracy", "title": "Accuracy"}, {"name": "matthews", "title": "Matthews"}],
             "board": {"rule": "full"}, "phases": [], "pages": {}}
            """;
    private static final String REPORT = """
            {"consensus": {"subjects": 3, "sides": [
              {"name": "public", "subjects": 2, "groups": 2, "share": 0.4},
              {"name": "private", "subjects": 1, "groups": 1, "share": 0.2}]}}
            """;

    private final DataSource database;
    private final Blobs blobs;

    HostedChallenge(DataSource database, Blobs blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /// Hosts a challenge that runs from `starts` to `ends`, published, with files and texts.
    UUID host(String slug, String title, String summary, Instant starts, Instant ends)
            throws SQLException, IOException {
        var id = UUID.randomUUID();
        try (var connection = database.getConnection()) {
            run(
                    connection,
                    "insert into challenge (id, slug, title, summary, state, definition, report, id_key, created_at,"
                            + " published_at) values (?, ?, ?, ?, 'published', ?::jsonb, ?::jsonb, ?, ?, ?)",
                    id,
                    slug,
                    title,
                    summary,
                    DEFINITION.formatted(slug, json(title), json(summary)),
                    REPORT,
                    new byte[32],
                    Timestamp.from(starts),
                    Timestamp.from(starts));
            run(
                    connection,
                    "insert into phase (id, challenge_id, position, name, starts_at, ends_at, per_day)"
                            + " values (?, ?, 1, 'main', ?, ?, 5)",
                    UUID.randomUUID(),
                    id,
                    Timestamp.from(starts),
                    Timestamp.from(ends));
            for (var text : new String[] {"overview", "data", "rules", "terms"}) {
                run(connection, "insert into page values (?, ?, ?)", id, text, markdown(text));
            }
            file(connection, id, 1, "train.csv", 4L, "Letters with what volunteers saw.", """
                    id,filename,fragment,label,votes
                    s0001,s0001.png,f12,Alpha,9
                    s0002,s0002.png,f12,Beta,7
                    s0003,s0003.png,f31,<script>alert(1)</script>,7
                    s0004,s0004.png,f31,Eta,11
                    """);
            file(
                    connection,
                    id,
                    2,
                    "test.csv",
                    3L,
                    "Letters to be named.",
                    "id,filename\nt1,t1.png\nt2,t2.png\nt3,t3.png\n");
            file(
                    connection,
                    id,
                    3,
                    "sample_submission.csv",
                    3L,
                    "A valid file.",
                    "id,label\nt1,Alpha\nt2,Alpha\nt3,Alpha\n");
        }
        return id;
    }

    /// Puts a team with a scored submission on the board.
    void stand(UUID challenge, String team, boolean baseline, int order, double f1, double spread) throws SQLException {
        var teamId = UUID.randomUUID();
        var submission = UUID.randomUUID();
        try (var connection = database.getConnection()) {
            run(
                    connection,
                    "insert into team values (?, ?, ?, ?, now())",
                    teamId,
                    challenge,
                    team,
                    baseline ? "baseline" : "participants");
            run(
                    connection,
                    "insert into submission (id, challenge_id, phase_id, team_id, accepted_order, accepted_at, quota_day,"
                            + " blob, bytes, state, attempt, finished_at) values (?, ?, (select id from phase where"
                            + " challenge_id = ?), ?, ?, now(), current_date, repeat('0', 64), 1, 'scored', 1, now())",
                    submission,
                    challenge,
                    challenge,
                    teamId,
                    order);
            run(connection, "insert into result values (?, 1, 1, now())", submission);
            score(connection, submission, "f1", f1, spread);
            score(connection, submission, "accuracy", f1 + 0.008, spread * 0.9);
            score(connection, submission, "matthews", f1 - 0.02, spread * 1.1);
        }
    }

    private static void score(Connection connection, UUID submission, String metric, double value, double spread)
            throws SQLException {
        run(
                connection,
                "insert into score values (?, 1, 'public', ?, ?, ?, ?, 'bootstrap of the confusion counts')",
                submission,
                metric,
                value,
                value - spread,
                value + spread * 0.9);
    }

    private void file(
            Connection connection, UUID challenge, int position, String name, long rows, String words, String content)
            throws SQLException, IOException {
        try (var incoming = blobs.incoming(Area.DATASETS)) {
            incoming.write(content.getBytes(StandardCharsets.UTF_8));
            var blob = incoming.keep();
            run(
                    connection,
                    "insert into dataset_file values (?, ?, ?, 'text/csv', ?, ?, ?, ?)",
                    challenge,
                    name,
                    position,
                    blob.digest(),
                    blob.bytes(),
                    rows,
                    words);
        }
    }

    private static String markdown(String text) {
        return switch (text) {
            case "overview" -> """
                # What this is about

                In the sands of Oxyrhynchus lay *half a million* fragments of papyri. Volunteers of **Ancient Lives** named
                the letters on them, one by one; their consensus is the truth here.

                ## What makes it hard

                - Ink fades, and papyrus has holes.
                - Scribes differ: a hurried `Λ` looks like an `Α`.

                | letter | looks like | how often |
                |--------|------------|----------:|
                | Λ      | Α, Δ       |     1,204 |
                | Ο      | Θ, Ε       |       873 |

                > Nobody had told them to look for it.

                See [the data](data) or [Ancient Lives](https://example.org/lives).

                <script>alert("overview")</script>
                <p onclick="alert(1)" style="position:fixed">Styled</p>
                [click](javascript:alert(1)) ![x](https://example.org/track.png) <iframe src="https://example.org"></iframe>
                """;
            case "data" -> "Each row is one letter, cut from a photograph of a fragment.";
            case "rules" -> "Do not label the test letters by hand. Share what you learn.";
            default -> "By taking part you agree to be named on the board.";
        };
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
