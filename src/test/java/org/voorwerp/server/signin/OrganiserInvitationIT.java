package org.voorwerp.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Organisers make others organisers, through Keycloak, and nothing beyond.
class OrganiserInvitationIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeycloakSite site;
    private String organiser;

    @BeforeEach
    void begin() throws Exception {
        site = KeycloakSite.get();
        organiser = account("olga");
    }

    @Test
    void whomKeycloakDoesNotKnowIsSentALinkAndBecomesAnOrganiser() throws Exception {
        var address = "nina" + System.nanoTime() + "@example.org";
        var answer = ask("POST", "/api/organisers", invitation(address), organiser);
        assertEquals(201, answer.statusCode(), answer::body);
        assertEquals("invited", JSON.readTree(answer.body()).get("outcome").asText());
        var subject = JSON.readTree(answer.body()).get("subject").asText();
        assertEquals(List.of("organiser"), ours(subject));
        var mail = site.mail.mails().stream().filter(m -> m.contains(address)).toList();
        assertEquals(1, mail.size(), mail::toString);
        assertTrue(mail.getFirst().contains("/realms/voorwerp/login-actions/action-token"), mail.getFirst());
        // The page shows it, and that she has not been here.
        var page = ask("GET", "/organise/people", null, organiser);
        assertTrue(page.body().contains(address), page::body);
    }

    @Test
    void whoIsThereAlreadyIsGivenTheRoleAndNothingElse() throws Exception {
        var bill = account("bill");
        assertEquals(403, ask("GET", "/api/organisers", null, bill).statusCode());
        assertEquals(
                403,
                ask("POST", "/api/organisers", invitation("bill@example.org"), bill)
                        .statusCode());
        var answer = ask("POST", "/api/organisers", invitation(" Bill@Example.org "), organiser);
        assertEquals("granted", JSON.readTree(answer.body()).get("outcome").asText(), answer::body);
        assertEquals(List.of("organiser"), ours(site.subject("bill")));
        // At once, with the token that Keycloak issued before.
        assertEquals(200, ask("GET", "/api/organisers", null, bill).statusCode());

        // Nobody takes it from others, but admins; everybody may give it up.
        var subject = site.subject("bill");
        assertEquals(
                403,
                ask("DELETE", "/api/organisers/" + subject, null, organiser).statusCode());
        assertEquals(
                204, ask("DELETE", "/api/organisers/" + subject, null, bill).statusCode());
        assertEquals(List.of(), ours(subject));
        assertEquals(403, ask("GET", "/api/organisers", null, bill).statusCode());
        var admin = account("ada");
        assertEquals(
                404, ask("DELETE", "/api/organisers/" + subject, null, admin).statusCode());
    }

    @Test
    void anAddressThatNobodyHasConfirmedIsNoProofOfAnybody() throws Exception {
        var answer = ask("POST", "/api/organisers", invitation("mallory@example.org"), organiser);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("not confirmed"), answer::body);
        assertEquals(List.of(), ours(site.subject("mallory")));
        for (var wrong : List.of("", "x", "a@b@c", "a b@example.org", "a@example.org\\nBcc: b@example.org", "*")) {
            assertEquals(
                    400,
                    ask("POST", "/api/organisers", invitation(wrong), organiser).statusCode(),
                    wrong);
        }
    }

    @Test
    void aRoleThatIncludesOthersIsGivenToNobody() throws Exception {
        var admin = site.administer("GET", "/roles/admin", null);
        site.administer("POST", "/roles/organiser/composites", List.of(admin));
        try {
            var answer = ask("POST", "/api/organisers", invitation("kevin@example.org"), organiser);
            assertEquals(409, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("role-too-wide"), answer::body);
        } finally {
            site.administer("DELETE", "/roles/organiser/composites", List.of(admin));
        }
        assertEquals(List.of(), ours(site.subject("kevin")));
    }

    @Test
    void anInvitationThatCannotBeSentLeavesNothingBehind() throws Exception {
        site.mail.taking = false;
        try {
            var answer = ask("POST", "/api/organisers", invitation("lost@example.org"), organiser);
            assertEquals(503, answer.statusCode(), answer::body);
        } finally {
            site.mail.taking = true;
        }
        assertEquals(
                0,
                site.administer("GET", "/users?exact=true&email=lost@example.org", null)
                        .size());
    }

    @Test
    void theLastWhoMayOrganiseStays() throws Exception {
        var admin = account("ada");
        var others = JSON.readTree(ask("GET", "/api/organisers", null, admin).body());
        site.role("DELETE", "ada", "admin");
        try {
            for (var other : others) {
                var subject = other.get("subject").asText();
                if (!other.get("admin").asBoolean() && !subject.equals(site.subject("olga"))) {
                    site.administer("PUT", "/users/" + subject, Map.of("enabled", false));
                }
            }
            var last = ask("DELETE", "/api/organisers/" + site.subject("olga"), null, organiser);
            assertEquals(409, last.statusCode(), last::body);
            assertTrue(last.body().contains("last-organiser"), last::body);
            assertEquals(List.of("organiser"), ours(site.subject("olga")));
        } finally {
            site.role("POST", "ada", "admin");
            for (var other : others) {
                site.administer("PUT", "/users/" + other.get("subject").asText(), Map.of("enabled", true));
            }
        }
    }

    @Test
    void nobodySendsMailWithoutEnd() throws Exception {
        site.role("POST", "chris", "organiser");
        var chris = account("chris");
        HttpResponse<String> answer = ask("POST", "/api/organisers", invitation("a0@example.com"), chris);
        var until = Instant.now().plus(Duration.ofMinutes(2));
        for (int i = 1; i < 30 && answer.statusCode() == 201 && Instant.now().isBefore(until); i++) {
            answer = ask("POST", "/api/organisers", invitation("a" + i + "@example.com"), chris);
        }
        assertEquals(429, answer.statusCode(), answer::body);
        assertFalse(answer.headers().firstValue("Retry-After").isEmpty());
        assertEquals(
                20,
                site.mail.mails().stream()
                        .filter(m -> m.contains("@example.com"))
                        .count());
        site.role("DELETE", "chris", "organiser");
    }

    /// An access token of somebody who has a handle.
    private String account(String name) throws Exception {
        var token = site.accessToken(name);
        ask("POST", "/api/accounts", "{\"handle\": \"" + name + "-of-keycloak\"}", token);
        return token;
    }

    /// Which of our roles somebody has.
    private List<String> ours(String subject) throws Exception {
        return site
                .administer("GET", "/users/" + subject + "/role-mappings/realm", null)
                .findValuesAsText("name")
                .stream()
                .filter(List.of("organiser", "admin")::contains)
                .toList();
    }

    private static String invitation(String address) {
        return "{\"email\": \"" + address + "\"}";
    }

    private HttpResponse<String> ask(String method, String path, String body, String token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(site.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
