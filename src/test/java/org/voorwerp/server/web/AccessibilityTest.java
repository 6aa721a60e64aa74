package org.voorwerp.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;

/// Every page, in light and in dark, for those who see little, or use a keyboard only.
@QuarkusTest
class AccessibilityTest extends InBrowser {

    @Test
    void axeFindsNoSeriousFaultOnAnyPageInEitherScheme() throws Exception {
        meant.add(404);
        var hosted = Hosted.challenge();
        var faults = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            check(faults, scheme, null, hosted.open());
            check(faults, scheme, hosted.participant(), hosted.own());
            check(faults, scheme, hosted.organiser(), hosted.organised());
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everyDrawingSaysWhatItShowsAndHasATableBehindIt() throws Exception {
        var hosted = Hosted.challenge();
        for (var path :
                List.of("/challenges/" + hosted.slug() + "/data", "/challenges/" + hosted.slug() + "/leaderboard")) {
            var page = page(new NewContextOptions());
            page.navigate(url(path));
            assertEquals(
                    0,
                    page.locator("svg:not([aria-hidden=true]):not([role=img][aria-label])")
                            .count(),
                    path + " has a drawing without words");
            assertTrue(page.locator("details table").count() > 0, path + " has no table behind its drawing");
        }
    }

    @Test
    void theKeyboardReachesEverythingAndShowsWhereItIs() throws Exception {
        var hosted = Hosted.challenge();
        for (var path : List.of(
                "/challenges/" + hosted.slug() + "/data",
                "/challenges/" + hosted.slug() + "/leaderboard",
                "/challenges/" + hosted.slug() + "/submit",
                "/submissions/" + hosted.submission())) {
            var page = signedIn(hosted.participant(), path);
            int reachable = ((Number) page.evaluate("""
                    [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
                      .filter(e => e.checkVisibility() && !e.disabled && !(e.type === 'radio' && !e.checked)).length""")).intValue();
            var reached = new ArrayList<Object>();
            page.evaluate("document.activeElement.blur(); window.reached = new Set()");
            for (int i = 0; i < reachable; i++) {
                page.keyboard().press("Tab");
                reached.add(page.evaluate("""
                        (() => {
                          const e = document.activeElement;
                          window.reached.add(e);
                          const seen = [e, ...document.querySelectorAll(`label[for="${e.id}"]`)]
                            .some(x => { const s = getComputedStyle(x); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; });
                          return seen ? 'seen' : e.outerHTML.slice(0, 120);
                        })()"""));
            }
            assertEquals(
                    List.of(), reached.stream().filter(e -> !"seen".equals(e)).toList(), path);
            assertEquals(reachable, ((Number) page.evaluate("window.reached.size")).intValue(), path);
        }
    }

    private void check(List<String> faults, ColorScheme scheme, @Nullable Api person, List<String> paths)
            throws IOException {
        var page = page(new NewContextOptions().setColorScheme(scheme));
        if (person != null) {
            signIn(page, person);
        }
        for (var path : paths) {
            page.navigate(url(path));
            faults.addAll(faults(page, scheme + " " + path));
        }
    }

    private static void signIn(Page page, Api person) {
        page.navigate(url("/sign-in"));
        page.getByLabel("Your token").fill(PagesTest.token(person));
        page.getByLabel("Your token").press("Enter");
        page.waitForURL(url("/"));
    }

    private static List<String> faults(Page page, String where) throws IOException {
        page.evaluate(axe() + "; undefined");
        // What is folded away is read, too.
        page.evaluate(
                "document.querySelectorAll('details').forEach(d => { d.removeAttribute('name'); d.open = true; })");
        var violations = (List<?>) page.evaluate("""
                axe.run().then(result => result.violations
                  .filter(v => v.impact === 'serious' || v.impact === 'critical')
                  .map(v => ({ id: v.id, help: v.help, at: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | ') })))""");
        return violations.stream()
                .map(violation -> (Map<?, ?>) violation)
                .map(violation ->
                        where + ": " + violation.get("id") + ", " + violation.get("help") + ": " + violation.get("at"))
                .toList();
    }

    private static String axe() throws IOException {
        try (var in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
