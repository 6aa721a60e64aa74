package org.voorwerp.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Lists that grow are read page by page, and nothing is passed over or told twice.
@QuarkusTest
class ListPagesTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private Api organiser;
    private SmallChallenge challenge;

    @BeforeEach
    void challenge() {
        organiser = Api.organiser();
        challenge = SmallChallenge.of().ownedBy(organiser.account).create();
    }

    @Test
    void announcementsTheLatestFirstThoughOneIsAddedMeanwhile() {
        for (int i = 1; i <= 5; i++) {
            announce("number " + i);
        }
        var path = path("/announcements");
        var first = organiser.get(path + "?limit=2");
        announce("number 6");
        assertEquals(List.of("number 5", "number 4", "number 3", "number 2", "number 1"), all(first, "title"));
        assertEquals(
                404,
                organiser
                        .get(path + "?after=00000000-0000-0000-0000-000000000000")
                        .status());
    }

    @Test
    void teamsTheOldestFirst() {
        var handles = IntStream.range(0, 5)
                .mapToObj(i -> {
                    var person = Api.participant();
                    person.scored(challenge, SmallChallenge.file(i, i));
                    return person.handle;
                })
                .toList();
        assertEquals(handles, all(organiser.get(path("/teams?limit=2")), "name"));
        assertEquals(handles, all(organiser.get(path("/teams")), "name"));
        assertEquals(
                404,
                organiser
                        .get(path("/teams?after=00000000-0000-0000-0000-000000000000"))
                        .status());
    }

    @Test
    void whoAskedToTakePartThoseWhoWaitFirst() {
        var people = IntStream.range(0, 5).mapToObj(i -> Api.participant()).toList();
        for (var person : people) {
            organiser.post(path("/entry/requests/" + person.handle + "/admit"));
        }
        var expected =
                new ArrayList<>(people.stream().map(person -> person.handle).toList());
        var found = all(organiser.get(path("/entry/requests?limit=2")), "handle");
        assertEquals(expected.reversed(), found);
        var refused = organiser.get(path("/entry/requests?after=nowhere"));
        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.text().contains("header Link"), refused::toString);
    }

    @Test
    void theLogTheLatestFirst() {
        for (int i = 1; i <= 3; i++) {
            organiser.post(path("/entry/requests/" + Api.participant().handle + "/admit"));
        }
        var whole = all(organiser.get(path("/log?limit=100000")), "number");
        assertEquals(3, whole.size());
        assertEquals(whole, all(organiser.get(path("/log?limit=1")), "number"));
    }

    private void announce(String title) {
        var answer =
                organiser.postJson(path("/announcements"), "{\"title\": \"" + title + "\", \"markdown\": \"Read.\"}");
        assertEquals(201, answer.status(), answer::toString);
    }

    private String path(String of) {
        return "/api/challenges/" + challenge.slug + of;
    }

    private List<String> all(Api.Answer first, String field) {
        var found = new ArrayList<String>();
        var answer = first;
        for (int pages = 0; pages < 20; pages++) {
            assertEquals(200, answer.status(), answer::toString);
            answer.json().forEach(element -> found.add(element.get(field).asText()));
            var link = answer.response().headers().firstValue("Link").map(NEXT::matcher);
            if (link.isEmpty() || !link.get().find()) {
                return found;
            }
            answer = organiser.get(link.get().group(1));
        }
        throw new AssertionError("the pages do not end: " + found);
    }
}
