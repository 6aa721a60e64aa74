package org.voorwerp.server.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.web.Browser;

/// From the first sign-in to a scored submission, in Chromium and against a real Keycloak.
class KeycloakJourneyIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SLUG = "papyri-characters";

    @Test
    void fromKeycloaksFormToAScoreOnTheBoardAndOut() throws Exception {
        var site = KeycloakSite.get();
        var executable = Browser.executable();
        assumeTrue(executable.isPresent(), "there is no Chromium");
        try (var browser = Browser.start(executable.get());
                var context = browser.chromium().newContext()) {
            var page = context.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && message.location().startsWith(site.address())) {
                    complaints.add(message.text());
                }
            });

            page.navigate(site.address() + "/challenges/" + SLUG + "/submit");
            page.getByRole(AriaRole.MAIN).locator("a[href^='/sign-in']").first().click();
            link(page, "Sign in or register").click();
            page.locator("#username").fill("hanny");
            page.locator("#password").fill(KeycloakSite.password("hanny"));
            page.locator("#kc-login").click();

            assertThat(page.locator("h1")).hasText("Welcome");
            assertThat(page.getByLabel("Handle", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("hanny");
            page.getByLabel("Handle", new Page.GetByLabelOptions().setExact(true))
                    .fill("hanny-of-keycloak");
            button(page, "Take this handle").click();
            assertThat(page).hasURL(site.address() + "/challenges/" + SLUG + "/submit");
            assertThat(page.locator(".menu-handle")).hasText("hanny-of-keycloak");
            button(page, "Accept").click();
            assertThat(page).hasURL(site.address() + "/challenges/" + SLUG + "/submit");

            page.locator(".menu-handle").click();
            page.getByLabel("What is it for?").fill("the journey");
            button(page, "Make a token").click();
            var token = Pattern.compile("vw_[A-Za-z0-9_-]{43}").matcher(page.content());
            assertTrue(token.find());

            assertEquals(201, submitted(site, token.group()));
            page.navigate(site.address() + "/challenges/" + SLUG + "/leaderboard");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("hanny-of-keycloak");
            page.navigate(site.address() + "/account");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("the journey")))
                    .containsText("read, submit");

            button(page, "Sign out").click();
            // By the page in between to Keycloak, and back.
            page.waitForURL(Pattern.compile(Pattern.quote(site.address()) + "/(\\?state=.*)?"));
            assertThat(page.locator(".menu-handle")).hasCount(0);
            // Keycloak has forgotten the session, too: it asks for the password again.
            page.navigate(site.address() + "/sign-in/keycloak?next=/account");
            assertThat(page.locator("#password")).isVisible();
            assertEquals(List.of(), complaints);
        }
    }

    /// A program with the token submits what everybody may, and waits for its score.
    private static int submitted(KeycloakSite site, String token) throws Exception {
        var base = site.address() + "/api/challenges/" + SLUG;
        var sample = HTTP.send(
                HttpRequest.newBuilder(URI.create(base + "/files/sample_submission.csv"))
                        .build(),
                BodyHandlers.ofString());
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(base + "/submissions"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/csv")
                        .header("Prefer", "wait=60")
                        .POST(BodyPublishers.ofString(sample.body()))
                        .build(),
                BodyHandlers.ofString());
        assertTrue(answer.body().contains("\"scored\""), answer::body);
        return answer.statusCode();
    }

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
