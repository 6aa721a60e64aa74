package org.voorwerp.server.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class TeamTest {

    private static final String FILE = SmallChallenge.file(4, 4);

    @Inject
    SettableClock clock;

    @Inject
    EntityManager database;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whoHasTheLinkJoins() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        make(challenge, hanny, "Voorwerpjes");
        var link = invite(challenge, hanny);
        assertTrue(link.header("Cache-Control").contains("no-store"), link::toString);
        var joined = join(challenge, bill, link);
        assertEquals(200, joined.status(), joined::toString);
        assertEquals("Voorwerpjes", joined.json().get("name").asText());
        assertEquals(hanny.handle, joined.json().get("captain").asText());
        assertEquals(List.of(hanny.handle, bill.handle), members(joined.json()));
        assertEquals(0, joined.json().get("invitations").size(), "links are the captain's to see");
        // Joining again changes nothing.
        assertEquals(2, members(join(challenge, bill, link).json()).size());
        assertEquals("Voorwerpjes", bill.scored(challenge, FILE).get("team").asText());
        assertEquals("Voorwerpjes", hanny.scored(challenge, FILE).get("team").asText());
        assertEquals(1, board(challenge).size());
    }

    @Test
    void theSecretOfALinkIsShownOnceAndNotKept() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        make(challenge, hanny, null);
        var secret = invite(challenge, hanny).json().get("secret").asText();
        assertTrue(secret.matches("vwi_[A-Za-z0-9_-]{43}"), secret);
        assertFalse(hanny.get(team(challenge)).text().contains(secret));
        var rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select invitation::text from invitation")
                        .getResultList());
        assertFalse(rows.toString().contains(secret));
    }

    @Test
    void aLinkThatExpiredOrWasRevokedOrBelongsElsewhereOpensNothing() {
        var challenge = SmallChallenge.of().create();
        var other = SmallChallenge.of().create();
        var hanny = Api.participant();
        make(challenge, hanny, null);
        var first = invite(challenge, hanny);
        var second = invite(challenge, hanny);
        assertEquals(404, join(other, Api.participant(), first).status());
        var path = team(challenge) + "/invitations/" + second.json().get("id").asText();
        assertEquals(404, Api.participant().delete(path).status());
        assertEquals(204, hanny.delete(path).status());
        assertEquals(404, hanny.delete(path).status());
        assertEquals(404, join(challenge, Api.participant(), second).status());
        assertEquals(1, hanny.get(team(challenge)).json().get("invitations").size());
        clock.set(Instant.now().plus(Duration.ofDays(8)));
        assertEquals(404, join(challenge, Api.participant(), first).status());
    }

    @Test
    void joiningBringsAlongWhatOneHasSentAndUsed() {
        var challenge = SmallChallenge.of().perDay(3).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, FILE);
        bill.scored(challenge, SmallChallenge.file(19, 4));
        assertEquals(2, board(challenge).size());
        assertEquals(200, join(challenge, bill, invite(challenge, hanny)).status());
        var list = hanny.get(Api.submissions(challenge)).json();
        assertEquals(2, list.get("submissions").size());
        assertEquals(2, list.get("quota").get("usedToday").asInt());
        assertEquals(1, board(challenge).size());
        assertEquals(
                0.95,
                board(challenge).get(0).at("/scores/test-agreement/value").asDouble(),
                "the board shows the better of the two");
        assertEquals(202, bill.submit(challenge, FILE).status());
        assertEquals(429, hanny.submit(challenge, FILE).status());
    }

    @Test
    void twoWhoHaveUsedMoreThanOneMayDoNotUnite() {
        var challenge = SmallChallenge.of().perDay(3).total(5).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        for (int i = 0; i < 2; i++) {
            hanny.submit(challenge, FILE);
            bill.submit(challenge, FILE);
        }
        var link = invite(challenge, hanny);
        var today = join(challenge, bill, link);
        assertEquals(409, today.status(), today::toString);
        assertEquals("/problems/merger-exceeds-quota", today.json().get("type").asText());
        assertEquals(4, today.json().get("used").asInt());
        assertEquals(3, today.json().get("limit").asInt());
        assertEquals(
                2,
                hanny.get(Api.submissions(challenge)).json().get("submissions").size(),
                "nothing has moved");
        clock.set(Instant.now().plus(Duration.ofDays(1)));
        hanny.submit(challenge, FILE);
        bill.submit(challenge, FILE);
        var inAll = join(challenge, bill, link);
        assertEquals(409, inAll.status(), inAll::toString);
        assertEquals(6, inAll.json().get("used").asInt());
        assertEquals(5, inAll.json().get("limit").asInt());
    }

    @Test
    void whatOneTeamCouldNotHaveSentByNowTwoCouldNotEither() {
        var start = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var challenge = SmallChallenge.of().perDay(2).phase(start, null).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        for (var person : List.of(hanny, bill)) {
            person.submit(challenge, FILE);
            person.submit(challenge, FILE);
        }
        var link = invite(challenge, hanny);
        assertEquals(409, join(challenge, bill, link).status());
        clock.set(start.plus(Duration.ofHours(30)));
        assertEquals(200, join(challenge, bill, link).status(), "four in two days");
    }

    @Test
    void leavingGainsNoQuotaAndTakesNothingAlong() {
        var challenge = SmallChallenge.of().perDay(2).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        make(challenge, hanny, "Voorwerpjes");
        join(challenge, bill, invite(challenge, hanny));
        bill.scored(challenge, FILE);
        hanny.scored(challenge, FILE);
        var left = bill.post(team(challenge) + "/leave");
        assertEquals(200, left.status(), left::toString);
        assertEquals(bill.handle, left.json().get("name").asText());
        assertEquals(429, bill.submit(challenge, FILE).status());
        assertEquals(
                0,
                bill.get(Api.submissions(challenge)).json().get("submissions").size());
        assertEquals(
                2,
                hanny.get(Api.submissions(challenge)).json().get("submissions").size());
        assertEquals(List.of(hanny.handle), members(hanny.get(team(challenge)).json()));
    }

    @Test
    void theLastMemberCannotLeave() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        make(challenge, hanny, null);
        var answer = hanny.post(team(challenge) + "/leave");
        assertEquals(409, answer.status());
        assertEquals("/problems/last-member", answer.json().get("type").asText());
    }

    @Test
    void aCaptainWhoLeavesIsFollowedByTheLongestMember() {
        var challenge = SmallChallenge.of().create();
        var people = List.of(Api.participant(), Api.participant(), Api.participant());
        make(challenge, people.get(0), "Voorwerpjes");
        var link = invite(challenge, people.get(0));
        join(challenge, people.get(1), link);
        join(challenge, people.get(2), link);
        people.get(0).post(team(challenge) + "/leave");
        var view = people.get(2).get(team(challenge)).json();
        assertEquals(people.get(1).handle, view.get("captain").asText());
    }

    @Test
    void onlyTheCaptainDecides() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        make(challenge, hanny, "Voorwerpjes");
        join(challenge, bill, invite(challenge, hanny));
        assertEquals(
                403,
                bill.send("PATCH", team(challenge), "{\"name\": \"Others\"}").status());
        assertEquals(403, bill.post(team(challenge) + "/invitations").status());
        assertEquals(
                403,
                bill.postJson(team(challenge) + "/mergers", "{\"team\": \"x\"}").status());
        var over = hanny.send("PATCH", team(challenge), "{\"captain\": \"" + bill.handle + "\"}");
        assertEquals(bill.handle, over.json().get("captain").asText(), over::toString);
        assertEquals(
                403,
                hanny.send("PATCH", team(challenge), "{\"name\": \"Others\"}").status());
        assertEquals(
                200,
                bill.send("PATCH", team(challenge), "{\"name\": \"Others\"}").status());
        var nobody = bill.send("PATCH", team(challenge), "{\"captain\": \"nobody-here\"}");
        assertEquals(400, nobody.status(), nobody::toString);
    }

    @Test
    void aNewNameStandsOnTheBoardAtOnce() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        hanny.scored(challenge, FILE);
        assertEquals(hanny.handle, board(challenge).get(0).get("team").asText());
        hanny.send("PATCH", team(challenge), "{\"name\": \"=Voorwerpjes\"}");
        assertEquals("=Voorwerpjes", board(challenge).get(0).get("team").asText());
    }

    @Test
    void aNameIsOneTeamsAndNobodysElsesHandle() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        make(challenge, hanny, "Voorwerpjes");
        for (var taken : List.of("VOORWERPJES", hanny.handle)) {
            var answer = bill.postJson(team(challenge), "{\"name\": \"" + taken + "\"}");
            assertEquals(409, answer.status(), answer::toString);
            assertEquals("/problems/team-name-taken", answer.json().get("type").asText());
        }
        assertEquals(404, bill.get(team(challenge)).status());
        // In other letters than before, but one's own.
        assertEquals(
                200,
                hanny.send("PATCH", team(challenge), "{\"name\": \"voorwerpjes\"}")
                        .status());
    }

    @Test
    void twoCaptainsMergeTheirTeams() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, FILE);
        bill.scored(challenge, FILE);
        var proposed = hanny.postJson(team(challenge) + "/mergers", "{\"team\": \"" + bill.handle + "\"}");
        assertEquals(201, proposed.status(), proposed::toString);
        var id = proposed.json().at("/mergers/0/id").asText();
        assertTrue(bill.get(team(challenge)).json().at("/mergers/0/sent").isBoolean());
        var again = bill.postJson(team(challenge) + "/mergers", "{\"team\": \"" + hanny.handle + "\"}");
        assertEquals("/problems/already-proposed", again.json().get("type").asText());
        var path = team(challenge) + "/mergers/" + id;
        assertEquals(404, hanny.post(path + "/accept").status(), "whoever proposes does not accept");
        assertEquals(404, Api.participant().post(path + "/accept").status());
        var accepted = bill.post(path + "/accept");
        assertEquals(200, accepted.status(), accepted::toString);
        assertEquals(hanny.handle, accepted.json().get("name").asText());
        assertEquals(hanny.handle, accepted.json().get("captain").asText());
        assertEquals(2, accepted.json().get("members").size());
        assertEquals(0, accepted.json().get("mergers").size());
        assertEquals(403, bill.post(path + "/accept").status(), "no captain any more");
        assertEquals(404, hanny.delete(path).status(), "nor is it open any more");
        assertEquals(1, board(challenge).size());
        assertEquals(2, board(challenge).get(0).get("submissions").asInt());
    }

    @Test
    void aMergerTakesNothingBackThatWasToldAndTheUnitedTeamGoesOnFromTheBetter() {
        var challenge =
                SmallChallenge.of().board("\"rule\": \"ladder\", \"step\": 0.1").create();
        var hanny = Api.participant();
        var bill = Api.participant();
        bill.scored(challenge, SmallChallenge.file(16, 1));
        var first = hanny.scored(challenge, SmallChallenge.file(10, 1));
        hanny.postJson(team(challenge) + "/mergers", "{\"team\": \"" + bill.handle + "\"}");
        var id = bill.get(team(challenge)).json().at("/mergers/0/id").asText();
        assertEquals(
                200, bill.post(team(challenge) + "/mergers/" + id + "/accept").status());
        // In one fold of all in their order it would be no better than bill's 0.8.
        assertEquals(0.5, told(hanny, first));
        assertEquals(
                0.8, board(challenge).get(0).at("/scores/test-agreement/value").asDouble());
        assertNull(told(hanny, hanny.scored(challenge, SmallChallenge.file(15, 1))), "better than 0.5, not than 0.8");
        assertEquals(1.0, told(hanny, hanny.scored(challenge, SmallChallenge.file(20, 1))));
    }

    private static @Nullable Double told(Api member, JsonNode submission) {
        var scores = member.get(submission.at("/links/self").asText()).json().at("/scores/test-agreement");
        return scores.isMissingNode()
                ? null
                : Double.valueOf(scores.get("value").asDouble());
    }

    @Test
    void aProposalIsDeclinedOrWithdrawn() {
        var challenge = SmallChallenge.of().create();
        var hanny = Api.participant();
        var bill = Api.participant();
        make(challenge, hanny, null);
        make(challenge, bill, null);
        for (var refuser : List.of(hanny, bill)) {
            var id = hanny.postJson(team(challenge) + "/mergers", "{\"team\": \"" + bill.handle + "\"}")
                    .json()
                    .at("/mergers/0/id")
                    .asText();
            var path = team(challenge) + "/mergers/" + id;
            assertEquals(404, Api.participant().delete(path).status());
            assertEquals(204, refuser.delete(path).status());
            assertEquals(404, bill.post(path + "/accept").status());
        }
    }

    @Test
    void teamsAreNoLargerThanThePackSays() {
        var challenge = SmallChallenge.of().teams(2, null).create();
        var hanny = Api.participant();
        make(challenge, hanny, null);
        var link = invite(challenge, hanny);
        join(challenge, Api.participant(), link);
        var third = join(challenge, Api.participant(), link);
        assertEquals(409, third.status());
        assertEquals("/problems/team-full", third.json().get("type").asText());
        assertEquals(409, hanny.post(team(challenge) + "/invitations").status());
        var other = Api.participant();
        make(challenge, other, null);
        assertEquals(
                "/problems/team-full",
                other.postJson(team(challenge) + "/mergers", "{\"team\": \"" + hanny.handle + "\"}")
                        .json()
                        .get("type")
                        .asText());
    }

    @Test
    void frozenTeamsStayAsTheyAre() {
        var freeze = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        var challenge = SmallChallenge.of().teams(3, freeze).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        var late = Api.participant();
        make(challenge, hanny, null);
        var link = invite(challenge, hanny);
        join(challenge, bill, link);
        make(challenge, late, null);
        late.postJson(team(challenge) + "/mergers", "{\"team\": \"" + hanny.handle + "\"}");
        var merger = hanny.get(team(challenge)).json().at("/mergers/0/id").asText();
        clock.set(freeze);
        for (var answer : List.of(
                join(challenge, late, link),
                bill.post(team(challenge) + "/leave"),
                hanny.post(team(challenge) + "/mergers/" + merger + "/accept"),
                hanny.postJson(team(challenge) + "/mergers", "{\"team\": \"" + late.handle + "\"}"),
                hanny.post(team(challenge) + "/invitations"))) {
            assertEquals(409, answer.status(), answer::toString);
            assertEquals("/problems/teams-frozen", answer.json().get("type").asText());
            assertEquals(freeze.toString(), answer.json().get("since").asText());
        }
        // Whoever comes alone may still begin.
        assertEquals(202, Api.participant().submit(challenge, FILE).status());
    }

    @Test
    void historyTellsWhoWasInWhenAndCannotBeChanged() {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.submit(challenge, FILE);
        bill.submit(challenge, FILE);
        var billsTeam = bill.get(team(challenge)).json().get("id").asText();
        join(challenge, bill, invite(challenge, hanny));
        hanny.send("PATCH", team(challenge), "{\"captain\": \"" + bill.handle + "\"}");
        hanny.post(team(challenge) + "/leave");
        var events = bill.get(team(challenge) + "/history").json();
        assertEquals(
                List.of(
                        "made " + hanny.handle,
                        "joined " + hanny.handle,
                        "joined " + bill.handle,
                        "captain " + bill.handle,
                        "left " + hanny.handle),
                events(events));
        assertEquals(bill.handle, events.get(2).get("other").asText());
        var all = organiser.get("/api/challenges/" + challenge.slug + "/teams").json();
        assertEquals(3, all.size());
        var merged = organiser.get("/api/challenges/" + challenge.slug + "/teams/" + billsTeam + "/history");
        assertEquals(
                List.of("made " + bill.handle, "joined " + bill.handle, "left " + bill.handle), events(merged.json()));
        assertEquals(
                403, hanny.get("/api/challenges/" + challenge.slug + "/teams").status());
        assertEquals(
                403,
                hanny.get("/api/challenges/" + challenge.slug + "/teams/" + billsTeam + "/history")
                        .status());
        for (var statement : List.of("update team_event set at = now()", "delete from team_event")) {
            assertThrows(
                    RuntimeException.class,
                    () -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(statement).executeUpdate()),
                    statement);
        }
    }

    @Test
    void aDraftIsDeletedWithItsHistory() {
        var organiser = Api.organiser();
        var draft = SmallChallenge.of().draftOf(organiser.account).create();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into team (id, challenge_id, name, kind, created_at, merged_into)"
                                        + " values (?1, ?2, 'gone', 'participants', now(), ?1)")
                        .setParameter(1, draft.phase)
                        .setParameter(2, draft.id)
                        .executeUpdate());
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into team_event (challenge_id, team_id, what, account_id, by_account, at)"
                                        + " values (?1, ?2, 'left', ?3, ?3, now())")
                        .setParameter(1, draft.id)
                        .setParameter(2, draft.phase)
                        .setParameter(3, organiser.account)
                        .executeUpdate());
        assertEquals(204, organiser.delete("/api/challenges/" + draft.slug).status());
    }

    @Test
    void twentyAtOnceFindRoomForFour() throws Exception {
        var challenge = SmallChallenge.of().teams(5, null).create();
        var hanny = Api.participant();
        make(challenge, hanny, null);
        var link = invite(challenge, hanny);
        var people = IntStream.range(0, 20).mapToObj(i -> Api.participant()).toList();
        // Every other one has a team, which comes along.
        for (int i = 0; i < people.size(); i += 2) {
            people.get(i).submit(challenge, FILE);
        }
        var statuses = atOnce(people.stream()
                .<Callable<Integer>>map(
                        person -> () -> join(challenge, person, link).status())
                .toList());
        assertEquals(4, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(16, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        assertEquals(5, hanny.get(team(challenge)).json().get("members").size());
    }

    @Test
    void submissionsMergersAndLeavesAtOnceLoseNothingAndExceedNothing() throws Exception {
        for (int round = 0; round < 4; round++) {
            var challenge = SmallChallenge.of().perDay(6).create();
            var hanny = Api.participant();
            var bill = Api.participant();
            var anna = Api.participant();
            make(challenge, hanny, null);
            join(challenge, anna, invite(challenge, hanny));
            make(challenge, bill, null);
            hanny.postJson(team(challenge) + "/mergers", "{\"team\": \"" + bill.handle + "\"}");
            var accept = team(challenge) + "/mergers/"
                    + hanny.get(team(challenge)).json().at("/mergers/0/id").asText() + "/accept";
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                work.add(() -> hanny.submit(challenge, FILE).status());
                work.add(() -> bill.submit(challenge, FILE).status());
            }
            work.add(5, () -> bill.post(accept).status());
            work.add(9, () -> anna.post(team(challenge) + "/leave").status());
            work.add(10, () -> hanny.post(team(challenge) + "/leave").status());
            var statuses = atOnce(work);
            assertTrue(Set.of(200, 202, 404, 409, 403, 429).containsAll(new TreeSet<>(statuses)), statuses::toString);
            assertConsistent(challenge);
        }
    }

    /// Nobody is in two teams, no team has used more than it may or less than it sent, no team that is gone has
    /// anything.
    private void assertConsistent(SmallChallenge challenge) {
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(
                    0,
                    count(
                            "select count(*) from submission s join team t on t.id = s.team_id"
                                    + " where t.merged_into is not null and s.challenge_id = ?1",
                            challenge));
            assertEquals(
                    0,
                    count(
                            "select count(*) from team_member m join team t on t.id = m.team_id"
                                    + " where t.merged_into is not null and m.challenge_id = ?1",
                            challenge));
            assertEquals(
                    0,
                    count(
                            "select count(*) from quota_use q join team t on t.id = q.team_id"
                                    + " where (q.used > 6 or t.merged_into is not null and q.used > 0) and t.challenge_id = ?1",
                            challenge));
            assertEquals(
                    0,
                    count(
                            "select count(*) from (select s.team_id, count(*) as sent from submission s"
                                    + " where s.challenge_id = ?1 group by s.team_id) s left join quota_use q on q.team_id = s.team_id"
                                    + " where s.sent > coalesce(q.used, 0)",
                            challenge));
            assertEquals(
                    0,
                    count(
                            "select count(*) from team t where t.challenge_id = ?1 and t.merged_into is null"
                                    + " and not exists (select from team_member m where m.team_id = t.id"
                                    + " and m.account_id = t.captain_id)",
                            challenge));
        });
    }

    private long count(String query, SmallChallenge challenge) {
        return ((Number) database.createNativeQuery(query)
                        .setParameter(1, challenge.id)
                        .getSingleResult())
                .longValue();
    }

    private static List<Integer> atOnce(List<Callable<Integer>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var future : threads.invokeAll(work)) {
                statuses.add(future.get());
            }
            return statuses;
        }
    }

    private static String team(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/team";
    }

    private static void make(SmallChallenge challenge, Api person, String name) {
        var made = person.postJson(team(challenge), name == null ? "{}" : "{\"name\": \"" + name + "\"}");
        assertEquals(201, made.status(), made::toString);
    }

    private static Answer invite(SmallChallenge challenge, Api person) {
        var invited = person.post(team(challenge) + "/invitations");
        assertEquals(201, invited.status(), invited::toString);
        return invited;
    }

    private static Answer join(SmallChallenge challenge, Api person, Answer link) {
        return person.postJson(
                team(challenge) + "/join",
                "{\"invitation\": \"" + link.json().get("secret").asText() + "\"}");
    }

    private static JsonNode board(SmallChallenge challenge) {
        return Api.nobody()
                .get("/api/challenges/" + challenge.slug + "/leaderboard")
                .json()
                .get("rows");
    }

    private static List<String> members(JsonNode team) {
        var members = new ArrayList<String>();
        team.get("members").forEach(member -> members.add(member.get("handle").asText()));
        return members;
    }

    private static List<String> events(JsonNode events) {
        var told = new ArrayList<String>();
        events.forEach(event ->
                told.add(event.get("what").asText() + " " + event.get("person").asText()));
        return told;
    }
}
