package org.voorwerp.server.evaluation.suspicion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.voorwerp.board.Fingerprint;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class SuspicionsTest {

    private static String shuffled(String csv) {
        var lines = new ArrayList<>(List.of(csv.split("\n")));
        Collections.shuffle(lines.subList(1, lines.size()), new Random(3));
        return String.join("\n", lines) + "\n";
    }

    @Test
    void theSamePredictionsOfTwoTeamsAreToldToOrganisersWhateverTheirOrder() {
        var owner = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(owner.account).create();
        var hanny = Api.participant();
        var bill = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(12, 3));
        bill.scored(challenge, shuffled(SmallChallenge.file(12, 3)));
        bill.scored(challenge, SmallChallenge.file(13, 8));
        var found =
                owner.get("/api/challenges/" + challenge.slug + "/suspicions").json();
        assertEquals(1, found.get("copies").size(), found::toString);
        var copy = found.get("copies").get(0);
        assertEquals(1.0, copy.get("agreement").asDouble());
        var teams = List.of(
                copy.get("first").get("team").asText(),
                copy.get("second").get("team").asText());
        assertTrue(teams.containsAll(List.of(hanny.handle, bill.handle)), found::toString);
        assertEquals(0, found.get("probes").size(), found::toString);
        assertEquals(
                403,
                hanny.get("/api/challenges/" + challenge.slug + "/suspicions").status());
    }

    @Test
    void aFileThatIsMostlyOneNumberIsToldAsAProbe() {
        var owner = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(owner.account).ofNumbers().create();
        var hanny = Api.participant();
        var probe = new StringBuilder("id,p\n");
        for (int i = 0; i < SmallChallenge.SIZE; i++) {
            probe.append(SmallChallenge.subject(i)).append(i < 5 ? ",0." + (i + 1) + "1\n" : ",0.5\n");
        }
        hanny.scored(challenge, probe.toString());
        var found =
                owner.get("/api/challenges/" + challenge.slug + "/suspicions").json();
        assertEquals(1, found.get("probes").size(), found::toString);
        assertEquals(38 / 43.0, found.get("probes").get(0).get("constantShare").asDouble(), 1e-12);
    }

    @Test
    void aTeamAfterTheFirstThousandIsComparedWithItsOwnFileBeforeToo() {
        var look = new Suspicions.Look(true);
        var random = new Random(5);
        for (int team = 0; team < 1002; team++) {
            var id = new UUID(0, team);
            var sample = random.ints(200).toArray();
            look.at(kept(id, team, team, sample));
            if (team == 0 || team == 1001) {
                sample[7]++;
                look.at(kept(id, team, -1 - team, sample));
            }
        }
        var found = look.found();
        assertEquals(
                List.of("team 0", "team 1001"),
                found.probes().stream().map(probe -> probe.submission().team()).toList());
        assertEquals(0.005, found.probes().getLast().changedShare(), 1e-12);
        assertEquals(List.of(), found.copies());
    }

    @Test
    void theSamePredictionsAreFoundHoweverManyTeamsLieBetween() {
        var look = new Suspicions.Look(true);
        for (int team = 0; team < 1200; team++) {
            look.at(kept(new UUID(0, team), team, team, new int[] {team % 1100, -team, team}));
        }
        look.at(kept(new UUID(0, 1200), 1200, 3, new int[] {3, -3, 3}));
        assertEquals(
                List.of("team 3 and team 1200"),
                look.found().copies().stream()
                        .map(copy ->
                                copy.first().team() + " and " + copy.second().team())
                        .toList());
    }

    private static Suspicions.Kept kept(UUID team, int number, long digest, int[] sample) {
        return new Suspicions.Kept(
                new Suspicions.Sent(UUID.randomUUID(), "team " + number, number),
                team,
                new Fingerprint(digest, sample.clone()));
    }
}
