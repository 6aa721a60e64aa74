package org.voorwerp.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.PackagedServer;

/// An account from the time before Keycloak becomes that of somebody who signs in through it: by proof, and once.
class LinkingIT {

    private static final Pattern SECRET = Pattern.compile("vw_[A-Za-z0-9_-]{43}");

    @Test
    void anAccountOfTheTimeBeforeIsTakenOverOnceAndByProof() throws Exception {
        var site = KeycloakSite.get();
        var here = site.address();
        var handle = "before-" + UUID.randomUUID().toString().substring(0, 8);
        var secret = registeredWithoutKeycloak(site, handle);
        var local = new HttpBrowser();
        local.post(here + "/sign-in", Map.of("token", secret));
        var few = SECRET.matcher(local.post(here + "/account/tokens", Map.of("name", "few", "scope", "submit"))
                .body());
        assertTrue(few.find());

        var karen = new HttpBrowser();
        assertEquals("/welcome", karen.signIn(here, "karen", "/account").uri().getPath());
        assertEquals(
                409, karen.post(here + "/welcome", Map.of("handle", handle)).statusCode(), "a handle is no proof");
        for (var wrong : new String[] {"", "vw_wrong", few.group()}) {
            assertEquals(
                    400,
                    karen.post(here + "/welcome/account", Map.of("token", wrong))
                            .statusCode(),
                    wrong);
        }
        var ofTheServer = site.server().organiserToken();
        assertEquals(
                400,
                karen.post(here + "/welcome/account", Map.of("token", ofTheServer))
                        .statusCode());
        assertEquals(
                403,
                karen.post(here + "/welcome/account", Map.of("token", secret), "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        var linked = karen.post(here + "/welcome/account", Map.of("token", secret, "next", "/account"));
        assertEquals(here + "/account", HttpBrowser.location(linked));
        assertTrue(karen.get(here + "/account").body().contains("<h1>" + handle + "</h1>"));

        var chris = new HttpBrowser();
        chris.signIn(here, "chris", "/account");
        var second = chris.post(here + "/welcome/account", Map.of("token", secret));
        assertEquals(409, second.statusCode(), second::body);
        assertTrue(second.body().contains("linked already"));
    }

    /// The same packaged server over the same database, in the other mode: people register with a form there.
    private static String registeredWithoutKeycloak(KeycloakSite site, String handle) throws Exception {
        try (var before = PackagedServer.start(
                Files.createTempDirectory("voorwerp-before"), site.server().sharingItsDatabase())) {
            var browser = new HttpBrowser();
            assertEquals(
                    404, browser.get(before.address() + "/sign-in/keycloak").statusCode());
            var page = browser.post(before.address() + "/register", Map.of("handle", handle));
            var secret = SECRET.matcher(page.body());
            assertTrue(secret.find(), page::body);
            return secret.group();
        }
    }
}
