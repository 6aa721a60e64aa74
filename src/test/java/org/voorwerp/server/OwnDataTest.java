package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SubmissionPublisher;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.account.Role;

@QuarkusTest
class OwnDataTest {

    private static final String FILE = SmallChallenge.file(15, 10);

    @Inject
    EntityManager database;

    @Test
    void theArchiveHoldsWhatThePersonHasSentAndIsShown() throws IOException {
        var challenge = SmallChallenge.of().terms("Be kind.").create();
        var hanny = Api.participant();
        hanny.post("/api/challenges/" + challenge.slug + "/terms/acceptance");
        var shown = hanny.scored(challenge, FILE);
        var link = hanny.post("/api/challenges/" + challenge.slug + "/team/invitations")
                .json()
                .get("secret")
                .asText();
        var bill = Api.participant();
        bill.post("/api/challenges/" + challenge.slug + "/terms/acceptance");
        bill.postJson("/api/challenges/" + challenge.slug + "/team/join", "{\"invitation\": \"" + link + "\"}");
        bill.scored(challenge, FILE);

        var archive = archive(hanny);
        assertEquals(hanny.handle, archive.json("account.json").get("handle").asText());
        assertEquals(1, archive.json("tokens.json").size());
        var submissions = archive.json("submissions.json");
        assertEquals(1, submissions.size(), "bill's are bill's");
        assertEquals(shown.get("id"), submissions.get(0).get("id"));
        assertEquals(shown.get("scores"), submissions.get(0).get("scores"));
        assertEquals(FILE, archive.files.get("submissions/" + shown.get("id").asText() + ".csv"));
        assertEquals(
                "Be kind.", archive.json("terms.json").get(0).get("markdown").asText());
        assertEquals(2, archive.json("teams.json").size());
        archive.files.forEach((name, text) -> {
            assertFalse(text.contains(hanny.token), name);
            assertFalse(text.contains("0.43478"), name + ": 10 of 23 is the private score");
        });
        assertEquals(401, Api.nobody().get("/api/accounts/me/data").status());
    }

    @Test
    void whatStayedWithATeamThatOneLeftHasNoScores() throws IOException {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.post("/api/challenges/" + challenge.slug + "/team");
        var link = hanny.post("/api/challenges/" + challenge.slug + "/team/invitations")
                .json()
                .get("secret")
                .asText();
        bill.postJson("/api/challenges/" + challenge.slug + "/team/join", "{\"invitation\": \"" + link + "\"}");
        bill.scored(challenge, FILE);
        bill.post("/api/challenges/" + challenge.slug + "/team/leave");
        var submissions = archive(bill).json("submissions.json");
        assertEquals(1, submissions.size());
        assertFalse(submissions.get(0).has("scores"));
    }

    @Test
    void aDeletedAccountLeavesScoresUnderAPseudonymAndNothingElse() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var id = hanny.post(
                        Api.submissions(challenge) + "?note=secret-note",
                        java.net.http.HttpRequest.BodyPublishers.ofString(FILE),
                        "Content-Type",
                        "text/csv",
                        "Prefer",
                        "wait=30",
                        "Idempotency-Key",
                        "\"mine\"")
                .json()
                .get("id")
                .asText();
        hanny.postJson("/api/challenges/" + challenge.slug + "/webhooks", "{\"url\": \"http://127.0.0.1:9/\"}");
        hanny.send("PUT", "/api/accounts/me/mail", "{\"address\": \"" + hanny.handle + "@example.org\"}");
        var deletion = "/api/accounts/me/deletion";
        assertEquals(400, hanny.post(deletion).status());
        assertEquals(400, hanny.postJson(deletion, "{\"handle\": \"somebody\"}").status());
        var deleted = hanny.postJson(deletion, "{\"handle\": \"" + hanny.handle + "\"}");
        assertEquals(200, deleted.status(), deleted::toString);
        var pseudonym = deleted.json().get("pseudonym").asText();
        assertTrue(pseudonym.matches("participant-[a-z0-9]{10}"), pseudonym);

        assertEquals(401, hanny.get("/api/accounts/me").status(), "at once");
        var row = Api.nobody()
                .get("/api/challenges/" + challenge.slug + "/leaderboard")
                .json()
                .at("/rows/0");
        assertEquals(pseudonym, row.get("team").asText());
        assertEquals(0.75, row.at("/scores/test-agreement/value").asDouble());
        assertEquals(List.of(), mentions(hanny.handle), "nothing personal is left");
        assertEquals(List.of(), mentions("secret-note"));
        var again = Api.nobody().postJson("/api/accounts", "{\"handle\": \"" + hanny.handle.toUpperCase() + "\"}");
        assertEquals(409, again.status(), "the handle is not to be had again");
        assertEquals(
                409,
                Api.nobody()
                        .postJson("/api/accounts", "{\"handle\": \"participant-me\"}")
                        .status());
        assertEquals(404, Api.participant().get("/api/submissions/" + id).status());
    }

    @Test
    void aTeamOfSeveralGoesOnWithoutTheDeleted() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        var team = "/api/challenges/" + challenge.slug + "/team";
        hanny.scored(challenge, FILE);
        bill.scored(challenge, FILE);
        var link = hanny.post(team + "/invitations").json().get("secret").asText();
        bill.postJson(team + "/join", "{\"invitation\": \"" + link + "\"}");
        hanny.postJson("/api/accounts/me/deletion", "{\"handle\": \"" + hanny.handle + "\"}");
        var left = bill.get(team).json();
        assertEquals(1, left.get("members").size());
        assertEquals(bill.handle, left.get("captain").asText());
        assertEquals(
                2,
                bill.get(Api.submissions(challenge)).json().get("submissions").size());
        assertFalse(bill.get(team + "/history").text().contains(hanny.handle));
        assertEquals(List.of(), mentions(hanny.handle));
    }

    /// An upload takes its time, and its sender need not wait for the end of it.
    @Test
    void whatWasOnItsWayWhenItsAccountWasDeletedIsNotTaken() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        // Not a stream that waits: the client might wait for it before it has sent the first half.
        try (var body = new SubmissionPublisher<ByteBuffer>();
                var sender = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = sender.submit(() -> hanny.post(
                    Api.submissions(challenge) + "?note=" + hanny.handle,
                    BodyPublishers.fromPublisher(body),
                    "Content-Type",
                    "text/csv"));
            while (!body.hasSubscribers()) {
                Thread.sleep(10);
            }
            body.submit(StandardCharsets.UTF_8.encode(FILE.substring(0, 20)));
            awaitAttempt(hanny, answer);
            var deletion = hanny.postJson("/api/accounts/me/deletion", "{\"handle\": \"" + hanny.handle + "\"}");
            assertEquals(200, deletion.status(), deletion::toString);
            body.submit(StandardCharsets.UTF_8.encode(FILE.substring(20)));
            body.close();
            assertEquals(401, answer.get().status(), () -> answer.resultNow().toString());
            assertEquals(
                    "/problems/account-deleted", answer.get().json().get("type").asText());
        }
        assertEquals(List.of(), mentions(hanny.handle), "nothing personal came back");
        assertEquals(
                0,
                Api.nobody()
                        .get("/api/challenges/" + challenge.slug + "/leaderboard")
                        .json()
                        .get("rows")
                        .size());
        Incoming.assertEmpty();
    }

    /// Until the server has let the upload begin: it counts the attempt then.
    private void awaitAttempt(Api person, Future<Api.Answer> answer) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            assertFalse(answer.isDone(), () -> "answered early: " + answer.resultNow());
            var begun = QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery("select 1 from attempt_use where account_id = ?1")
                            .setParameter(1, person.account)
                            .getResultList());
            if (!begun.isEmpty()) {
                return;
            }
            Thread.sleep(50);
        }
        fail("the upload did not begin");
    }

    /// One that waits to be scored, or is being scored, gets its score all the same, under the pseudonym.
    @Test
    void whatWaitsToBeScoredWhenItsAccountIsDeletedIsScored() throws Exception {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        assertEquals(202, hanny.submit(challenge, FILE).status());
        var pseudonym = hanny.postJson("/api/accounts/me/deletion", "{\"handle\": \"" + hanny.handle + "\"}")
                .json()
                .get("pseudonym")
                .asText();
        var rows = List.<String>of();
        for (int i = 0; i < 300 && rows.isEmpty(); i++) {
            rows = Api.nobody()
                    .get("/api/challenges/" + challenge.slug + "/leaderboard")
                    .json()
                    .get("rows")
                    .findValuesAsText("team");
            Thread.sleep(50);
        }
        assertEquals(List.of(pseudonym), rows);
        assertEquals(List.of(), mentions(hanny.handle));
    }

    @Test
    void theLastAdminStays() {
        var others = admins();
        others.forEach(id -> role(id, "organiser"));
        try {
            var admin = Api.registered(Role.ADMIN);
            var deletion = "{\"handle\": \"" + admin.handle + "\"}";
            assertEquals(
                    400, admin.postJson("/api/accounts/me/deletion", deletion).status());
            var second = Api.registered(Role.ADMIN);
            assertEquals(
                    200, admin.postJson("/api/accounts/me/deletion", deletion).status());
            assertEquals(List.of(second.account), admins());
        } finally {
            others.forEach(id -> role(id, "admin"));
        }
    }

    private List<UUID> admins() {
        List<?> ids = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select id from account where role = 'admin'", UUID.class)
                        .getResultList());
        return ids.stream().map(UUID.class::cast).toList();
    }

    private void role(UUID account, String role) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update account set role = ?2 where id = ?1")
                        .setParameter(1, account)
                        .setParameter(2, role)
                        .executeUpdate());
    }

    /// The tables in which a text stands, whatever the column.
    private List<String> mentions(String text) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> tables = database.createNativeQuery("select table_name from information_schema.tables"
                            + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                    .getResultList();
            var found = new ArrayList<String>();
            for (var table : tables) {
                var count = (Number)
                        database.createNativeQuery("select count(*) from \"" + table + "\" t where t::text ~* ?1")
                                .setParameter(1, "\\m" + text + "\\M")
                                .getSingleResult();
                if (count.intValue() > 0) {
                    found.add(String.valueOf(table));
                }
            }
            return found;
        });
    }

    private record Archive(Map<String, String> files) {

        JsonNode json(String name) throws IOException {
            return new ObjectMapper().readTree(files.get(name));
        }
    }

    private static Archive archive(Api person) throws IOException {
        var answer = person.get("/api/accounts/me/data");
        assertEquals(200, answer.status());
        assertEquals("no-store", answer.header("Cache-Control"));
        var files = new TreeMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new Archive(files);
    }
}
