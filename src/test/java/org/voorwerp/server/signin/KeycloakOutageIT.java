package org.voorwerp.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.PackagedServer;

/// Keycloak out of reach: nobody new comes in, and everything else goes on.
class KeycloakOutageIT {

    private static final String BOARD = "/challenges/papyri-characters/leaderboard";

    @Test
    void withoutKeycloakEverythingButSigningInGoesOn() throws Exception {
        var site = KeycloakSite.get();
        var here = site.address();
        var browser = new HttpBrowser();
        if (browser.signIn(here, "kevin", "/account").uri().getPath().equals("/welcome")) {
            browser.post(here + "/welcome", Map.of("handle", "kevin-of-keycloak"));
        }
        var made = browser.post(here + "/account/tokens", Map.of("name", "outage", "scope", "submit"));
        var token = Pattern.compile("vw_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertTrue(token.find(), made::body);
        var program = new HttpBrowser();
        String[] withToken = {"Authorization", "Bearer " + token.group()};

        var waiting = new HttpBrowser();
        if (waiting.signIn(here, "jordan", "/account").uri().getPath().equals("/welcome")) {
            waiting.post(here + "/welcome", Map.of("handle", "jordan-of-keycloak"));
        }
        var leaver = new HttpBrowser();
        if (leaver.signIn(here, "lucy", "/account").uri().getPath().equals("/welcome")) {
            leaver.post(here + "/welcome", Map.of("handle", "lucy-of-keycloak"));
        }

        site.line.cut();
        try {
            var out = leaver.post(here + "/sign-out", Map.of());
            assertEquals(
                    "/signed-out",
                    out.headers()
                            .firstValue("Location")
                            .map(at -> at.replace(here, ""))
                            .orElse(""));
            var end = leaver.get(here + "/sign-out/keycloak", "Sec-Fetch-Site", "same-origin");
            assertEquals(503, end.statusCode(), end::body);
            assertTrue(end.body().contains("You are signed out here"), end::body);
            assertEquals(401, leaver.get(here + "/account").statusCode());
            // As long as the session need not be refreshed, it holds; then the person is a stranger, and is told why.
            Thread.sleep(KeycloakSite.TOKENS_LIVE.plusSeconds(1));
            assertEquals(200, browser.get(here + BOARD).statusCode());
            var account = browser.get(here + "/account");
            assertEquals(503, account.statusCode());
            assertTrue(
                    account.body().contains("Keycloak, by which people sign in here, is out of reach"), account.body());

            var stranger = new HttpBrowser();
            assertEquals(200, stranger.get(here + "/").statusCode());
            assertEquals(200, stranger.get(here + BOARD).statusCode());
            assertEquals(200, stranger.get(here + "/sign-in").statusCode());
            // Nobody is sent to a Keycloak that does not answer, neither to sign in nor to sign out.
            var nowhere = new HttpBrowser().get(here + "/sign-in/keycloak");
            assertEquals(503, nowhere.statusCode(), nowhere::body);
            assertTrue(nowhere.body().contains("is out of reach"), nowhere::body);
            var leaving = waiting.post(here + "/sign-out", Map.of());
            assertEquals(200, leaving.statusCode(), leaving::body);
            assertTrue(leaving.body().contains("You are signed out here"), leaving::body);
            assertEquals(401, waiting.get(here + "/account").statusCode());
            assertEquals(200, program.get(here + "/api/accounts/me", withToken).statusCode());
            assertEquals(200, stranger.get(here + "/q/health/ready").statusCode());
            assertEquals(503, organisers(here, site.server().organiserToken()));

            // A server that starts now does the same, and signs people in as soon as Keycloak is back.
            try (var another = PackagedServer.start(
                    Files.createTempDirectory("voorwerp-late"),
                    join(site.options(), site.server().sharingItsDatabase()))) {
                var begin = stranger.get(another.address() + "/sign-in/keycloak");
                assertEquals(503, begin.statusCode(), begin::body);
                assertEquals("30", begin.headers().firstValue("Retry-After").orElse(""));
                assertEquals(200, stranger.get(another.address() + BOARD).statusCode());
                assertEquals(
                        200,
                        program.get(another.address() + "/api/accounts/me", withToken)
                                .statusCode());
                site.line.connect();
                assertEquals(
                        302,
                        stranger.get(another.address() + "/sign-in/keycloak").statusCode());
            }
            // Whoever was signed in before still is.
            assertEquals(200, browser.get(here + "/account").statusCode());
        } finally {
            site.line.connect();
        }
    }

    private static int organisers(String server, String token) throws Exception {
        return new HttpBrowser()
                .get(server + "/api/organisers", "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static String[] join(String[] some, String[] others) {
        return java.util.stream.Stream.of(some, others)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }
}
