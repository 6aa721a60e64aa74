package org.voorwerp.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.voorwerp.server.Api;

/// Tests in Chromium: each page's complaints fail the test, unless they are meant.
abstract class InBrowser {

    private static Browser browser;

    private final List<BrowserContext> contexts = new ArrayList<>();
    /// What the browser complained about: blocked by the policy, failed, thrown.
    private final List<String> complaints = new ArrayList<>();

    /// Statuses that the test causes on purpose; Chromium calls every such answer an error.
    final List<Integer> meant = new ArrayList<>();

    @BeforeAll
    static void startChromium() {
        var executable = Browser.executable();
        assumeTrue(executable.isPresent(), "there is no Chromium");
        browser = Browser.start(executable.get());
    }

    @AfterAll
    static void stopChromium() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasBlockedOrThrown() {
        contexts.forEach(BrowserContext::close);
        meant.forEach(status -> complaints.removeIf(text -> text.contains("with a status of " + status)));
        assertEquals(List.of(), complaints);
    }

    Page page(NewContextOptions options) {
        var context = browser.chromium().newContext(options);
        contexts.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    Page signedIn(Api person, String path) {
        var page = page(new NewContextOptions());
        page.navigate(url("/sign-in?next=" + path));
        page.getByLabel("Your token").fill(PagesTest.token(person));
        page.getByLabel("Your token").press("Enter");
        assertThat(page).hasURL(url(path));
        return page;
    }

    static void choose(Page page, String name, String csv) {
        page.getByLabel("Your predictions")
                .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    /// As a hand does it: over the form, and let go.
    static void drop(Page page, String name, String csv) {
        var transfer = page.evaluateHandle("""
                ([name, csv]) => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([csv], name, { type: "text/csv" }));
                  return transfer;
                }""", List.of(name, csv));
        var form = page.locator("#submission-form");
        form.dispatchEvent("dragover", Map.of("dataTransfer", transfer));
        form.dispatchEvent("drop", Map.of("dataTransfer", transfer));
    }

    static Locator heading(Page page) {
        return page.locator("h1");
    }

    /// A link of the challenge's own menu.
    static Locator link(Page page, String name) {
        return page.locator(".tabs")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static int tooWide(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    static boolean outlined(Page page) {
        return (boolean) page.evaluate("(() => { const s = getComputedStyle(document.activeElement);"
                + " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; })()");
    }

    static com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions within(int seconds) {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(seconds * 1000.0);
    }

    static String url(String path) {
        return Api.uri(path).toString();
    }
}
