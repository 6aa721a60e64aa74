package org.voorwerp.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.Zips;

/// From end to end, as people go through it.
@QuarkusTest
class JourneyTest extends InBrowser {

    @Test
    void aParticipantFromTheListToTheFinalChoice() throws Exception {
        participant(page(new NewContextOptions()), true);
    }

    @Test
    void theSameWithoutScripts() throws Exception {
        participant(page(new NewContextOptions().setJavaScriptEnabled(false)), false);
    }

    private void participant(Page page, boolean scripts) throws Exception {
        var hosted = Hosted.challenge();
        var person = Api.participant();

        // Find a challenge, read it.
        page.navigate(url("/"));
        page.locator("a[href='/challenges/" + hosted.slug() + "']").click();
        assertThat(heading(page)).hasText("Small mergers");
        link(page, "Rules").click();
        assertThat(page.getByText("open now")).isVisible();

        // Look into the data: the next rows, a column closely, another language, a file.
        link(page, "Data").click();
        assertThat(page.getByText("Rows 1 to 20 of ")).isVisible();
        var first = page.locator(".sample tbody tr").first().innerText();
        page.locator("[rel=next]").click();
        assertTrue(!first.equals(page.locator(".sample tbody tr").first().innerText()), "other rows");
        page.locator(".columns")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("redness"))
                .click();
        assertThat(page.locator("#closely")).hasText("redness closely");
        page.getByText("curl", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".way:visible")).containsText("curl -fO");
        var download =
                page.waitForDownload(() -> page.locator("a.name", new Page.LocatorOptions().setHasText("test.csv"))
                        .click());
        assertTrue(Files.readString(download.path()).startsWith("id,"), "a table");

        // Sign in, submit.
        link(page, "Submit").click();
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByLabel("Your token").fill(PagesTest.token(person));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        submit(page, hosted.slug(), 0.45);
        assertThat(page.locator("[data-state]")).hasText("Scored", within(20));
        link(page, "Submit").click();
        submit(page, hosted.slug(), 0.35);

        // Watch it; what it predicts, and beside the one before.
        assertThat(page.locator("[data-state]")).hasText("Scored", within(20));
        assertThat(page.locator("#earlier")).isVisible();
        assertThat(page.locator("tr.mine")).containsText("this one");
        assertThat(page.locator("#predicted")).isVisible();

        // Choose finals.
        link(page, "My submissions").click();
        page.getByLabel(Pattern.compile("Submission .*")).first().check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose"))
                .click();
        assertThat(page.getByLabel(Pattern.compile("Submission .*")).first()).isChecked();

        // Read the board.
        link(page, "Leaderboard").click();
        assertThat(page.locator("tr.mine").first()).containsText(person.handle);
        assertThat(page.locator("tr.mine .spark")).isVisible();
        assertThat(page.locator("#over-time")).isVisible();
        if (scripts) {
            assertThat(page.locator(".live")).isVisible();
            page.locator("#over-time").scrollIntoViewIfNeeded();
            assertThat(page.locator(".curves-drawn canvas")).isVisible();
        } else {
            assertThat(page.locator(".curves-plot")).isVisible();
            assertThat(page.locator(".live")).isHidden();
        }
        assertEquals(0, tooWide(page));
    }

    @Test
    void aBoardFollowsByItself() throws Exception {
        var hosted = Hosted.challenge();
        var page = page(new NewContextOptions());
        page.navigate(url("/challenges/" + hosted.slug() + "/leaderboard"));
        assertThat(page.locator(".live")).isVisible();
        var person = Api.participant();
        assertThat(page.locator("#board")).not().containsText(person.handle);
        person.post(
                "/api/challenges/" + hosted.slug() + "/submissions",
                BodyPublishers.ofString(Hosted.file(hosted.slug(), 0.42)),
                "Content-Type",
                "text/csv");
        assertThat(page.locator("#board .board")).containsText(person.handle);
    }

    @Test
    void anOrganiserFromThePackToTheEnd() throws Exception {
        meant.add(422);
        organiser(signedIn(Api.organiser(), "/organise"), true);
    }

    @Test
    void anOrganiserWithoutScripts() throws Exception {
        meant.add(422);
        var page = page(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/sign-in?next=/organise"));
        page.getByLabel("Your token").fill(PagesTest.token(Api.organiser()));
        page.getByLabel("Your token").press("Enter");
        organiser(page, false);
    }

    private void organiser(Page page, boolean scripts) throws Exception {
        var slug = Hosted.freshSlug();

        // Upload a pack, fix the error it names, see what was built, publish.
        sendPack(page, Zips.of(Hosted.pack(slug).replacing("name: rmse", "name: rsme")));
        assertThat(page.locator(".findings")).containsText("rsme");
        sendPack(page, Zips.of(Hosted.pack(slug)));
        assertThat(page.locator("[data-state]")).hasText("Built", within(30));
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Report").setExact(true))
                .click();
        assertThat(page.getByText("The split")).isVisible();
        page.goBack();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish"))
                .click();
        assertThat(page).hasURL(url("/challenges/" + slug));

        // Announce.
        link(page, "News").click();
        page.getByLabel("Title").fill("The sky is clear");
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("*Begin.*");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Announce"))
                .click();
        assertThat(page.locator("article em")).hasText("Begin.");

        // Somebody sends something; everything is scored again with an answer put right.
        var person = Api.participant();
        person.post(
                "/api/challenges/" + slug + "/submissions",
                BodyPublishers.ofString(Hosted.file(slug, 0.4)),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=30");
        link(page, "Manage").click();
        assertThat(page.locator("#used")).isVisible();
        assertThat(page.locator("main")).containsText(person.handle);
        page.getByLabel("Corrections").setInputFiles(new FilePayload("corrections.csv", "text/csv", corrections(slug)));
        page.getByLabel("What was wrong, for everybody to read").fill("A galaxy was seen twice");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Score again").setExact(true))
                .click();
        assertThat(page.getByText("scoring version begun")).isVisible();
        for (int i = 0; i < 100 && !page.locator("main").innerText().contains("Version 2, shown since"); i++) {
            Thread.sleep(200);
            page.navigate(url("/challenges/" + slug + "/manage"));
        }
        assertThat(page.locator("main")).containsText("Version 2, shown since");

        // Close it.
        page.locator("summary", new Page.LocatorOptions().setHasText("main")).click();
        page.getByLabel("Closes").first().fill("2026-01-02T00:00:00Z");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change main"))
                .click();
        assertThat(page.getByText("phase changed")).isVisible();
        link(page, "Leaderboard").click();
        assertThat(page.locator("main")).containsText("Ended on");
        assertThat(page.locator("#versions")).isVisible();
        if (scripts) {
            assertEquals(0, tooWide(page));
        }
    }

    private static byte[] corrections(String slug) {
        var id = Hosted.file(slug, 0).split("\n")[1].split(",")[0];
        return ("id,merger_fraction\n" + id + ",0.123\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void submit(Page page, String slug, double value) {
        choose(page, "constant-" + value + ".csv", Hosted.file(slug, value));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/submissions/[0-9a-f-]{36}"));
    }

    private static void sendPack(Page page, byte[] zip) {
        page.getByLabel("Pack", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("pack.zip", "application/zip", zip));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the pack"))
                .click();
    }
}
