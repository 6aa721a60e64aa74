package org.voorwerp.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class AllowTest {

    @Inject
    Routes routes;

    @Test
    void aMethodThatIsNotOfferedIsAnswered405WithWhatIs() {
        var slug = SmallChallenge.of().create().slug;
        for (var route : Map.of(
                        "/api/challenges",
                        "GET, HEAD, OPTIONS, POST",
                        "/api/challenges/" + slug,
                        "DELETE, GET, HEAD, OPTIONS",
                        "/api/challenges/" + slug + "/files",
                        "GET, HEAD, OPTIONS",
                        "/api/challenges/" + slug + "/leaderboard",
                        "GET, HEAD, OPTIONS",
                        "/api/challenges/" + slug + "/publish",
                        "OPTIONS, POST",
                        "/api/accounts",
                        "OPTIONS, POST",
                        "/api/accounts/me",
                        "GET, HEAD, OPTIONS")
                .entrySet()) {
            for (var person : List.of(Api.nobody(), Api.participant())) {
                var answer = person.send("PUT", route.getKey(), "{}");
                assertEquals(405, answer.status(), route.getKey() + answer);
                assertEquals(route.getValue(), answer.header("Allow"), route.getKey());
                assertEquals(
                        "/problems/method-not-allowed",
                        answer.json().get("type").asText());
            }
        }
    }

    @Test
    void everyOperationAnswersToItsOwnMethod() {
        assertTrue(routes.all().size() > 80, routes.all()::toString);
        for (var template :
                routes.all().stream().map(Routes.Route::template).distinct().toList()) {
            var path = template.replaceAll("\\{[^}]*}", "x");
            var answer = Api.nobody().send("PROPFIND", path, "");
            assertEquals(405, answer.status(), path + answer);
            assertTrue(!answer.header("Allow").isEmpty(), path);
        }
    }

    @Test
    void whatIsNotThereIsNotFoundByAnyMethod() {
        for (var method : List.of("GET", "PUT", "POST", "DELETE")) {
            assertEquals(404, Api.nobody().send(method, "/api/nothing", "").status(), method);
        }
    }
}
