package org.voorwerp.server.leaderboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ByTeamTest {

    @Test
    void itIsAMapOfWhichEveryStateLasts() {
        var random = new Random(2007);
        var teams = new ArrayList<UUID>();
        for (int i = 0; i < 300; i++) {
            // Of few hashes, so that teams share parts.
            teams.add(new UUID(random.nextInt(4), random.nextInt(20)));
        }
        Map<UUID, Integer> expected = new HashMap<>();
        var states = new ArrayList<ByTeam<Integer>>(List.of(ByTeam.of(expected)));
        var copies = new ArrayList<Map<UUID, Integer>>(List.of(Map.copyOf(expected)));
        for (int i = 0; i < 2000; i++) {
            var team = teams.get(random.nextInt(teams.size()));
            if (random.nextInt(4) == 0) {
                expected.remove(team);
                states.add(states.getLast().with(team, null));
            } else {
                expected.put(team, i);
                states.add(states.getLast().with(team, i));
            }
            copies.add(Map.copyOf(expected));
        }
        states.add(ByTeam.of(expected));
        copies.add(expected);
        for (int i = 0; i < states.size(); i++) {
            for (var team : teams) {
                assertEquals(copies.get(i).get(team), states.get(i).get(team));
            }
        }
    }
}
