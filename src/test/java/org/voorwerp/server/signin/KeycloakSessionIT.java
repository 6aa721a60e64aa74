package org.voorwerp.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The session of a browser that came through Keycloak, and what others would do to it.
class KeycloakSessionIT {

    private static final String COOKIE = "voorwerp_session";

    private KeycloakSite site;
    private String here;

    @BeforeEach
    void begin() throws Exception {
        site = KeycloakSite.get();
        here = site.address();
    }

    @Test
    void aSignInCarriesStateNonceAndTheChallengeOfPkce() throws Exception {
        var browser = new HttpBrowser();
        var address = HttpBrowser.location(browser.get(here + "/sign-in/keycloak?next=/about"));
        for (var needed :
                new String[] {"response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256"
                }) {
            assertTrue(address.contains(needed), needed + " in " + address);
        }
        var second = HttpBrowser.location(browser.get(here + "/sign-in/keycloak?next=/about"));
        assertNotEquals(parameter(address, "state"), parameter(second, "state"));
        assertNotEquals(parameter(address, "nonce"), parameter(second, "nonce"));
        assertNotEquals(parameter(address, "code_challenge"), parameter(second, "code_challenge"));
    }

    @Test
    void cookiesAreOutOfReachForScriptsAndOtherSitesAndBehindHttpsForPlainHttp() throws Exception {
        var browser = new HttpBrowser();
        handle(browser, "kevin", "kevin-of-keycloak");
        var set = browser.seen.stream()
                .filter(header -> header.startsWith("q_") && !header.contains("Max-Age=0"))
                .toList();
        assertTrue(set.stream().anyMatch(header -> header.startsWith("q_session")), set::toString);
        for (var header : set) {
            assertTrue(header.toLowerCase(java.util.Locale.ROOT).contains("httponly"), header);
            assertTrue(header.contains("SameSite=Lax"), header);
            assertFalse(header.contains("Domain"), header);
        }
        var proxied = new HttpBrowser();
        var begin = proxied.get(here + "/sign-in/keycloak", "X-Forwarded-Proto", "https");
        assertTrue(begin.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("q_auth"))
                .allMatch(header -> header.contains("Secure")));
    }

    @Test
    void aCodeIsWorthNothingInAnotherBrowserOrTwice() throws Exception {
        var victim = new HttpBrowser();
        var attacker = new HttpBrowser();
        var callback = HttpBrowser.location(attacker.logIn(here, "kevin", "/"));
        // Sign-in as somebody else, by a link: the state belongs to another browser.
        var answer = victim.get(callback);
        assertEquals(401, answer.statusCode());
        assertTrue(victim.cookies(here).isEmpty(), victim.cookies(here)::toString);
        // With a sign-in of one's own under way, too.
        victim.get(here + "/sign-in/keycloak");
        assertEquals(401, victim.get(callback).statusCode());
        // With the attacker's state but a cookie that says otherwise.
        var other = new HttpBrowser();
        other.get(here + "/sign-in/keycloak");
        var state = parameter(callback, "state");
        var own = other.cookies(here).values().iterator().next();
        other.cookies(here).clear();
        other.cookies(here).put("q_auth_" + state, own);
        assertEquals(401, other.get(callback).statusCode());
        // Its owner can use it, once.
        var kept = new LinkedHashMap<>(attacker.cookies(here));
        assertEquals(302, attacker.get(callback).statusCode());
        attacker.cookies(here).clear();
        attacker.cookies(here).putAll(kept);
        assertEquals(401, attacker.get(callback).statusCode());
    }

    @Test
    void whoBreaksOffIsToldSo() throws Exception {
        var browser = new HttpBrowser();
        var state = parameter(HttpBrowser.location(browser.get(here + "/sign-in/keycloak")), "state");
        var answer = browser.get(here + "/sign-in/keycloak?error=access_denied&state=" + state);
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("You were not signed in"), answer::body);
    }

    @Test
    void signingInLeadsNowhereElse() throws Exception {
        for (var next :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"}) {
            var browser = new HttpBrowser();
            handle(browser, "kevin", "kevin-of-keycloak");
            var answer = browser.get(here + "/sign-in/keycloak?next="
                    + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
            assertEquals(here + "/", HttpBrowser.location(answer), next);
        }
    }

    @Test
    void aSessionPlantedBeforeIsGoneAfterwards() throws Exception {
        var planted = site.server().organiserToken();
        var browser = new HttpBrowser();
        browser.post(here + "/sign-in", Map.of("token", planted));
        assertTrue(browser.cookies(here).containsKey(COOKIE));
        browser.cookies(here).put("q_session", "planted");
        handle(browser, "kevin", "kevin-of-keycloak");
        assertFalse(browser.cookies(here).containsKey(COOKIE));
        assertNotEquals("planted", browser.cookies(here).get("q_session"));
        assertTrue(browser.get(here + "/account").body().contains("<h1>kevin-of-keycloak</h1>"));
        // And the other way round.
        browser.post(here + "/sign-in", Map.of("token", planted));
        assertTrue(browser.cookies(here).keySet().stream().noneMatch(name -> name.startsWith("q_session")));
        assertTrue(browser.get(here + "/account").body().contains("<h1>organiser</h1>"));
    }

    @Test
    void anotherSiteCannotUseTheSession() throws Exception {
        var browser = new HttpBrowser();
        handle(browser, "kevin", "kevin-of-keycloak");
        var form = Map.of("name", "stolen", "scope", "account");
        assertEquals(
                401,
                browser.post(here + "/account/tokens", form, "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        assertEquals(
                401,
                browser.post(here + "/account/tokens", form, "Origin", "https://evil.example")
                        .statusCode());
        assertFalse(browser.get(here + "/account").body().contains("stolen"));
        // Not even sign the person out, by a picture in a page.
        browser.get(here + "/sign-out/keycloak", "Sec-Fetch-Site", "cross-site");
        assertEquals(
                403,
                browser.post(here + "/sign-out", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        assertEquals(200, browser.get(here + "/account").statusCode());
        assertEquals(201, browser.post(here + "/account/tokens", form).statusCode());
    }

    @Test
    void aCopyOfTheCookiesIsWorthNothingAfterSigningOut() throws Exception {
        var browser = new HttpBrowser();
        handle(browser, "kevin", "kevin-of-keycloak");
        var elsewhere = new HttpBrowser();
        handle(elsewhere, "kevin", "kevin-of-keycloak");
        var copy = copyOf(browser);
        var ahead = copyOf(browser);
        Thread.sleep(KeycloakSite.TOKENS_LIVE.plusSeconds(1));
        // One copy has got itself newer tokens than the person has.
        assertEquals(200, ahead.get(here + "/account").statusCode());
        assertNotEquals(browser.cookies(here), ahead.cookies(here), "the session was refreshed");
        assertEquals(200, copyOf(copy).get(here + "/account").statusCode());
        int sessions = sessionsAtKeycloak("kevin");

        var out = browser.post(here + "/sign-out", Map.of());
        assertEquals(here + "/signed-out", HttpBrowser.location(out));
        // Keycloak does not know yet, and would refresh the tokens: it is this server that refuses.
        assertEquals(sessions, sessionsAtKeycloak("kevin"));
        for (var stolen : List.of(copy, ahead)) {
            opensNothing(copyOf(stolen));
        }
        Thread.sleep(KeycloakSite.TOKENS_LIVE.plusSeconds(1));
        assertEquals(sessions, sessionsAtKeycloak("kevin"));
        for (var stolen : List.of(copy, ahead)) {
            opensNothing(copyOf(stolen));
        }

        var end = browser.get(here + "/sign-out/keycloak", "Sec-Fetch-Site", "same-origin");
        assertTrue(HttpBrowser.location(end).startsWith(site.keycloak()), end::toString);
        assertTrue(HttpBrowser.location(browser.get(HttpBrowser.location(end))).startsWith(here + "/"));
        assertTrue(browser.cookies(here).keySet().stream().noneMatch(name -> name.startsWith("q_session")));
        assertEquals(sessions - 1, sessionsAtKeycloak("kevin"));
        for (var stolen : List.of(copy, ahead)) {
            opensNothing(stolen);
        }
        // Another session of the same person is another's business.
        var account = elsewhere.get(here + "/account");
        assertEquals(200, account.statusCode());
        assertFalse(account.body().contains("stolen"));
    }

    @Test
    void aSignOutThatWasBrokenOffIsFinishedBeforeTheNextSignIn() throws Exception {
        var browser = new HttpBrowser();
        handle(browser, "kevin", "kevin-of-keycloak");
        browser.post(here + "/sign-out", Map.of());
        // The tab was closed there. Keycloak still has the session, and would vouch for the person by it.
        var begin = here + "/sign-in/keycloak?next=/account";
        assertEquals("/signed-out", browser.follow(browser.get(begin)).uri().getPath());
        browser.cookies(here).clear();
        assertEquals("/signed-out", browser.follow(browser.get(begin)).uri().getPath());
        assertEquals(401, browser.get(here + "/account").statusCode());
        browser.follow(browser.get(here + "/sign-out/keycloak", "Sec-Fetch-Site", "same-origin"));
        handle(browser, "kevin", "kevin-of-keycloak");
        assertEquals(200, browser.get(here + "/account").statusCode());
    }

    @Test
    void aRoleTakenAwayAtKeycloakIsGoneAtTheNextRefresh() throws Exception {
        var browser = new HttpBrowser();
        handle(browser, "oscar", "oscar-of-keycloak");
        assertEquals(200, browser.get(here + "/organise").statusCode());
        var made = browser.post(here + "/account/tokens", Map.of("name", "for packs", "scope", "organise"));
        var token = java.util.regex.Pattern.compile("vw_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertTrue(token.find());
        var program = new HttpBrowser();
        assertEquals(
                200,
                program.get(here + "/organise", "Authorization", "Bearer " + token.group())
                        .statusCode());
        var stale = site.accessToken("oscar");

        site.role("DELETE", "oscar", "organiser");
        Thread.sleep(KeycloakSite.TOKENS_LIVE.plusSeconds(1));
        var before = Map.copyOf(browser.cookies(here));
        assertEquals(403, browser.get(here + "/organise").statusCode());
        assertNotEquals(before, browser.cookies(here), "the session was refreshed");
        assertEquals(200, browser.get(here + "/account").statusCode());
        // From then on for personal tokens, and for what Keycloak issued before, too.
        assertEquals(
                403,
                program.get(here + "/organise", "Authorization", "Bearer " + token.group())
                        .statusCode());
        assertEquals(
                403,
                program.get(here + "/organise", "Authorization", "Bearer " + stale)
                        .statusCode());
        site.role("POST", "oscar", "organiser");
        Thread.sleep(KeycloakSite.TOKENS_LIVE.plusSeconds(1));
        assertEquals(200, browser.get(here + "/organise").statusCode());
    }

    @Test
    void whoeverKeycloakLocksOutIsOutAtTheNextRefresh() throws Exception {
        var browser = new HttpBrowser();
        handle(browser, "steven", "steven-of-keycloak");
        site.administer("PUT", "/users/" + site.subject("steven"), Map.of("enabled", false));
        Thread.sleep(KeycloakSite.TOKENS_LIVE.plusSeconds(1));
        assertEquals(401, browser.get(here + "/account").statusCode());
        assertEquals(200, browser.get(here + "/").statusCode());
    }

    @Test
    void aDeletedAccountIsNotTheOneOfTheNextSignIn() throws Exception {
        var browser = new HttpBrowser();
        handle(browser, "jordan", "jordan-of-keycloak");
        var gone = browser.post(here + "/account/delete", Map.of("handle", "jordan-of-keycloak"));
        assertEquals(303, gone.statusCode(), gone::body);
        assertTrue(browser.cookies(here).keySet().stream().noneMatch(name -> name.startsWith("q_session")));
        var again = new HttpBrowser();
        var page = again.signIn(here, "jordan", "/account");
        assertEquals("/welcome", URI.create(page.uri().toString()).getPath());
        assertEquals(
                409,
                again.post(here + "/welcome", Map.of("handle", "jordan-of-keycloak"))
                        .statusCode());
        assertEquals(
                303,
                again.post(here + "/welcome", Map.of("handle", "jordan-anew")).statusCode());
    }

    private void opensNothing(HttpBrowser stolen) throws Exception {
        assertEquals(401, stolen.get(here + "/account").statusCode());
        assertEquals(401, stolen.get(here + "/api/accounts/me").statusCode());
        assertFalse(stolen.get(here + "/").body().contains("class=\"menu-handle\""));
        assertEquals(
                401,
                stolen.post(here + "/account/tokens", Map.of("name", "stolen", "scope", "submit"))
                        .statusCode());
        // Nor does it become a new session.
        stolen.follow(stolen.get(here + "/sign-in/keycloak?next=/account"));
        assertEquals(401, stolen.get(here + "/account").statusCode());
    }

    private HttpBrowser copyOf(HttpBrowser browser) {
        var copy = new HttpBrowser();
        copy.cookies(here).putAll(browser.cookies(here));
        return copy;
    }

    private int sessionsAtKeycloak(String name) throws Exception {
        return site.administer("GET", "/users/" + site.subject(name) + "/sessions", null)
                .size();
    }

    /// Signs in, and takes a handle unless there is one already.
    private void handle(HttpBrowser browser, String name, String handle) throws Exception {
        var page = browser.signIn(here, name, "/account");
        if (page.uri().getPath().equals("/welcome")) {
            var chosen = browser.post(here + "/welcome", Map.of("handle", handle, "next", "/account"));
            assertEquals(303, chosen.statusCode(), chosen::body);
        } else {
            assertEquals("/account", page.uri().getPath(), page::body);
        }
    }

    private static String parameter(String address, String name) {
        var found = java.util.regex.Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        assertTrue(found.find(), name + " in " + address);
        return found.group(1);
    }
}
