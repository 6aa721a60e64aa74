package org.voorwerp.server.leaderboard.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.AccountDeleted;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.ChallengeView.MetricView;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.evaluation.commitment.Commitments;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.leaderboard.BoardQuery;
import org.voorwerp.server.leaderboard.Leaderboards;
import org.voorwerp.server.leaderboard.Leaderboards.View;

/// Takes and keeps snapshots of boards.
@ApplicationScoped
public class Snapshots {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_BASE64 = Base64.getUrlDecoder();

    private final EntityManager database;
    private final Challenges challenges;
    private final Leaderboards leaderboards;
    private final Commitments commitments;
    private final SigningKey key;
    private final OrganiserLog log;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final String version;

    Snapshots(
            EntityManager database,
            Challenges challenges,
            Leaderboards leaderboards,
            Commitments commitments,
            SigningKey key,
            OrganiserLog log,
            ObjectMapper mapper,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.database = database;
        this.challenges = challenges;
        this.leaderboards = leaderboards;
        this.commitments = commitments;
        this.key = key;
        this.log = log;
        this.mapper = mapper;
        this.clock = clock;
        this.version = version;
    }

    /// Freezes a board.
    ///
    /// @throws org.voorwerp.server.http.Forbidden unless the caller organises the challenge
    /// @throws Invalid unless everybody sees all of the board
    @Transactional
    public Snapshot.Entry take(String slug, BoardQuery query, Optional<Caller> caller) {
        var challenge = challenges.organised(slug, caller);
        var view = leaderboards.view(slug, query, caller);
        if (!challenge.isPublished() || !view.isFullToAll()) {
            throw new Invalid("Only a board of which everybody sees all can be frozen to be cited.");
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        var snapshot = snapshot(id, now, challenge, view);
        store(id, challenge, now, write(snapshot));
        log.add(
                challenge,
                caller,
                "snapshot taken",
                snapshot.address(),
                view.phase().name + ", " + view.part().word());
        return new Snapshot.Entry(id.toString(), snapshot.address(), now);
    }

    private Snapshot snapshot(UUID id, Instant now, Challenge challenge, View view) {
        var metrics = challenges.metrics(challenge, view.current().version());
        return new Snapshot(
                "/snapshots/" + id,
                now,
                challenge.title,
                challenge.definition.citation(),
                metrics.stream().map(MetricView::of).toList(),
                files(challenge),
                commitments
                        .of(challenge)
                        .map(c -> Map.of("truth", c.truth(), "split", c.split()))
                        .orElse(Map.of()),
                "voorwerp " + version,
                leaderboards.whole(view));
    }

    private static Map<String, String> files(Challenge challenge) {
        var files = new LinkedHashMap<String, String>();
        DatasetFile.of(challenge.id).forEach(file -> files.put(file.name, file.blob));
        return files;
    }

    private String write(Object snapshot) {
        try {
            return BASE64.encodeToString(mapper.writeValueAsBytes(snapshot));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot is always JSON", e);
        }
    }

    private void store(UUID id, Challenge challenge, Instant now, String payload) {
        database.createNativeQuery("insert into snapshot values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, id)
                .setParameter(2, challenge.id)
                .setParameter(3, now)
                .setParameter(4, payload)
                .setParameter(5, key.sign(header() + "." + payload))
                .executeUpdate();
    }

    private String header() {
        var header = "{\"alg\":\"EdDSA\",\"kid\":\"" + key.publicKey().kid() + "\"}";
        return BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8));
    }

    /// Those of a challenge, the latest first.
    ///
    /// @param after only those before this one in time; null for all
    /// @param limit how many of them at most
    @Transactional
    public List<Snapshot.Entry> list(Challenge challenge, @Nullable UUID after, int limit) {
        List<?> rows = database.createNativeQuery("""
                        select s.id, s.taken_at from snapshot s
                        left join snapshot a on a.id = cast(?2 as uuid) and a.challenge_id = s.challenge_id
                        where s.challenge_id = ?1 and (cast(?2 as uuid) is null or s.taken_at < a.taken_at
                            or s.taken_at = a.taken_at and s.id > a.id)
                        order by s.taken_at desc, s.id
                        """)
                .setParameter(1, challenge.id)
                .setParameter(2, after == null ? null : after.toString())
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Snapshot.Entry(row[0].toString(), "/snapshots/" + row[0], (Instant) row[1]))
                .toList();
    }

    /// A snapshot, signed.
    ///
    /// @throws NotFound if there is none
    @Transactional
    public Snapshot.Signed signed(UUID id) {
        List<?> rows = database.createNativeQuery("select payload, signature from snapshot where id = ?1")
                .setParameter(1, id)
                .getResultList();
        var row = rows.stream()
                .map(found -> (Object[]) found)
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no snapshot " + id + "."));
        return new Snapshot.Signed(header(), (String) row[0], (String) row[1]);
    }

    /// What a snapshot says.
    ///
    /// @throws NotFound if there is none
    public JsonNode read(UUID id) {
        return payload(signed(id).payload());
    }

    private JsonNode payload(String base64) {
        try {
            return mapper.readTree(FROM_BASE64.decode(base64));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whoever is deleted is gone from snapshots too; the pseudonym takes the name's place, and they are signed anew.
    void forget(@Observes AccountDeleted deleted) {
        List<?> ids = database.createNativeQuery("select distinct s.id from snapshot s"
                        + " join team_event e on e.challenge_id = s.challenge_id where e.account_id = ?1")
                .setParameter(1, deleted.account())
                .getResultList();
        ids.forEach(id -> forget(deleted, (UUID) id));
    }

    private void forget(AccountDeleted deleted, UUID id) {
        var payload = read(id);
        var board = payload.path("board");
        // Both have to be gone through, whether or not there was somebody in the first.
        if (forgotten(deleted, board.path("rows")) | forgotten(deleted, board.path("disqualified"))) {
            var rewritten = write(payload);
            database.createNativeQuery("update snapshot set payload = ?2, signature = ?3 where id = ?1")
                    .setParameter(1, id)
                    .setParameter(2, rewritten)
                    .setParameter(3, key.sign(header() + "." + rewritten))
                    .executeUpdate();
        }
    }

    private static boolean forgotten(AccountDeleted deleted, JsonNode lines) {
        boolean named = false;
        for (var line : lines) {
            if (line.path("team").asText().equalsIgnoreCase(deleted.handle())) {
                ((ObjectNode) line).put("team", deleted.pseudonym());
                named = true;
            }
        }
        return named;
    }
}
