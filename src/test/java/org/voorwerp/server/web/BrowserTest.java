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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;

/// What people do, done in Chromium.
@QuarkusTest
class BrowserTest extends InBrowser {

    @Test
    void fromTheListToThePlaceOnTheBoard() {
        var challenge = SmallChallenge.of().perDay(5).create();
        var person = Api.participant();
        var page = page(new NewContextOptions());

        page.navigate(url("/"));
        page.locator("a[href='/challenges/" + challenge.slug + "']").click();
        assertThat(heading(page)).hasText("Small");
        link(page, "Data").click();
        assertThat(page.getByText("test.csv").first()).isVisible();
        link(page, "Submit").click();
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByLabel("Your token").fill(PagesTest.token(person));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();

        assertThat(page).hasURL(Pattern.compile(".*/challenges/" + challenge.slug + "/submit"));
        assertThat(page.getByText("5 left today")).isVisible();
        drop(page, "predictions.csv", SmallChallenge.file(15, 10));

        assertThat(page).hasURL(Pattern.compile(".*/submissions/[0-9a-f-]{36}"));
        // The page follows the scoring by itself.
        assertThat(page.locator("[data-state]")).hasText("Scored");
        assertThat(page.locator(".big").first()).hasText("0.7500");
        assertThat(page.getByText("1 of 5")).isVisible();
        page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName("Leaderboard").setExact(true))
                .last()
                .click();

        var mine = page.locator("tr.mine");
        assertThat(mine).containsText(person.handle);
        assertThat(mine).containsText("0.7500");
        assertThat(mine.locator("svg.interval .dot")).isVisible();
        assertEquals(0, tooWide(page));
    }

    @Test
    void theSameWithoutScripts() {
        meant.add(422);
        var challenge = SmallChallenge.of().perDay(5).create();
        var person = Api.participant();
        var page = page(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800));

        page.navigate(url("/challenges/" + challenge.slug));
        link(page, "Submit").click();
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByLabel("Your token").fill(PagesTest.token(person));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.locator(".copy").first()).isHidden();

        choose(page, "wrong.csv", SmallChallenge.file(15, 10).replace("s001,", "s000,"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                .click();
        assertThat(page.locator(".findings")).containsText("s000");

        choose(page, "predictions.csv", SmallChallenge.file(15, 10));
        page.getByLabel("Note to yourself").fill("by hand");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                .click();
        // The page asks again by itself, as browsers do when told to.
        assertThat(page.locator("[data-state]")).hasText("Scored", within(20));
        assertThat(page.getByText("by hand")).isVisible();
    }

    @Test
    void aBadFileShowsItsMistakesWithTheirLines() {
        meant.add(422);
        var challenge = SmallChallenge.of().perDay(5).create();
        var page = signedIn(Api.participant(), "/challenges/" + challenge.slug + "/submit");
        var bad = SmallChallenge.file(15, 10)
                .replace("s001,", "s000,")
                .replace("s004,", "s004,<img src=x onerror=alert(1)>");
        drop(page, "bad.csv", bad);
        var findings = page.locator("table.findings");
        assertThat(findings).containsText("s000");
        // s000 stands in line 2, and again in line 3.
        assertThat(findings.locator("tbody tr").first().locator("td").first()).hasText("3");
        assertThat(findings).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#fault")).isFocused();

        choose(page, "good.csv", SmallChallenge.file(15, 10));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                .click();
        assertThat(page.locator("[data-state]")).hasText("Scored");
    }

    @Test
    void signingInByKeyboardAlone() {
        meant.add(401);
        var challenge = SmallChallenge.of().create();
        var person = Api.participant();
        var page = page(new NewContextOptions());
        page.navigate(url("/challenges/" + challenge.slug + "/submissions"));

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertTrue(outlined(page), "what has the focus can be seen");
        page.keyboard().press("Enter");
        assertThat(heading(page)).hasText("Sign in");
        for (int i = 0; i < 20 && !"token".equals(page.evaluate("document.activeElement.id")); i++) {
            page.keyboard().press("Tab");
            assertTrue(outlined(page), "what has the focus can be seen");
        }
        page.keyboard().type(PagesTest.token(person));
        page.keyboard().press("Enter");
        // Led back to where the sign-in was asked for.
        assertThat(page).hasURL(Pattern.compile(".*/challenges/" + challenge.slug + "/submissions"));
        assertThat(page.getByText("You have not sent anything yet.")).isVisible();
    }

    @Test
    void registeringAndCopyingTheToken() {
        var context = new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write"));
        var page = page(context);
        page.navigate(url("/register"));
        page.getByLabel("Handle").fill("browser-person");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Register"))
                .click();
        assertThat(heading(page)).hasText("Welcome, browser-person");
        page.locator(".secret .copy").click();
        assertThat(page.locator(".secret .copy")).hasText("Copied");
        var copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertTrue(copied.matches("vw_[A-Za-z0-9_-]{43}"), copied);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("browser-person"))
                .click();
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasText("first token");
    }

    @Test
    void anOrganiserMendsAPackAndPublishesIt() {
        meant.add(422);
        var page = signedIn(Api.organiser(), "/organise");
        send(page, Zips.of(packByBrowser().replacing("name: rmse", "name: rsme")));
        assertThat(page.locator(".findings tbody tr").first()).containsText("challenge.yaml");
        assertThat(page.locator(".findings")).containsText("rsme");

        send(page, Zips.of(packByBrowser()));
        assertThat(page.locator("[data-state]")).hasText("Built", within(30));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish"))
                .click();
        assertThat(page).hasURL(url("/challenges/by-browser"));
        link(page, "Build report").click();
        assertThat(page.getByText("The split")).isVisible();
    }

    @Test
    void anImportTellsWhatBecameOfIt() throws Exception {
        imports(signedIn(Api.organiser(), "/organise/imports"), "sent-by-script.zip");
    }

    @Test
    void anImportTellsItWithoutScripts() throws Exception {
        var page = page(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/sign-in?next=/organise/imports"));
        page.getByLabel("Your token").fill(PagesTest.token(Api.organiser()));
        page.getByLabel("Your token").press("Enter");
        imports(page, "sent-by-form.zip");
    }

    private void imports(Page page, String name) throws Exception {
        meant.addAll(List.of(400, 422));
        importing(page, "empty.zip", new byte[0]);
        assertThat(page.locator(".fault")).containsText("empty.zip is empty. Choose a zip archive.");
        importing(page, "table.zip", "id,label".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".fault")).containsText("this is no zip archive");
        assertThat(page.locator(".fault")).not().containsText("Column");
        importing(page, "old.zip", zip(Map.of("competition.yaml", "version: 2\ntitle: [unclosed\n")));
        assertThat(page.locator(".fault")).containsText("competition.yaml, line 3, column 1: the YAML is broken");
        importing(
                page,
                name,
                zip(Map.of(
                        "solution.csv",
                        "id,label\n"
                                + IntStream.range(0, 40)
                                        .mapToObj(i -> i + (i % 3 == 0 ? ",cat" : ",dog"))
                                        .collect(Collectors.joining("\n")))));
        assertThat(page.locator("main")).containsText("One of 2 classes is predicted");
        page.getByText("Watch it being built").click();
        assertThat(page.locator("[data-state]")).hasText("Built", within(30));
    }

    private static void importing(Page page, String name, byte[] content) {
        page.getByLabel("Archive").setInputFiles(new FilePayload(name, "application/zip", content));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import it"))
                .click();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static MemoryPack packByBrowser() {
        return new MemoryPack().publishable().replacing("slug: small-mergers", "slug: by-browser");
    }

    private static void send(Page page, byte[] zip) {
        page.getByLabel("Pack", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("pack.zip", "application/zip", zip));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the pack"))
                .click();
    }
}
