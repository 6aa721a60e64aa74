package org.voorwerp.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;

/// Every page fits a phone, a tablet and a desk, however long the names are.
@QuarkusTest
class LayoutTest extends InBrowser {

    private static final List<Integer> WIDTHS = List.of(320, 390, 820, 1440);

    /// As long as a team's name may be, without a place to break it.
    private static final String LONGEST = "Zooites".repeat(15).substring(0, 100);

    /// What is no page, leads on at once, or is none where nobody signs in through Keycloak.
    private static final Set<String> NO_PAGES = Set.of(
            "/challenges/{slug}/feed.atom",
            "/challenges/{slug}/images/{subject}",
            "/challenges/{slug}/cover",
            "/sign-in/keycloak",
            "/sign-out/keycloak",
            "/signed-out",
            "/welcome",
            "/organise/people");

    @Test
    void noPageScrollsSidewaysInEitherScheme() throws Exception {
        meant.add(404);
        var hosted = hosted();
        var faults = new ArrayList<String>();
        check(faults, null, hosted.open());
        check(faults, hosted.participant(), hosted.own());
        check(faults, hosted.organiser(), hosted.organised());
        assertEquals(List.of(), faults);
    }

    @Test
    void aBoardNeedsNoScrollingEither() throws Exception {
        var hosted = hosted();
        var page = page(new NewContextOptions());
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            page.navigate(url("/challenges/" + hosted.slug() + "/leaderboard"));
            assertEquals(
                    0,
                    ((Number) page.evaluate(
                                    "(e => e.scrollWidth - e.clientWidth)(document.querySelector('.board-wide'))"))
                            .intValue(),
                    "at " + width);
        }
    }

    /// So that a new page is looked at like the others.
    @Test
    void everyPageIsLookedAt() throws Exception {
        var hosted = hosted();
        var visited = Stream.of(hosted.open(), hosted.own(), hosted.organised())
                .flatMap(List::stream)
                .map(path -> path.replaceFirst("\\?.*", "").replaceFirst("(?<=.)/$", ""))
                .toList();
        var missed = new TreeSet<String>();
        for (var pages : new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("org.voorwerp.server.web")) {
            for (var method : pages.getMethods()) {
                if (method.isAnnotatedWith(GET.class)) {
                    missed.add(path(pages, method));
                }
            }
        }
        missed.removeAll(NO_PAGES);
        missed.removeIf(
                path -> visited.stream().anyMatch(address -> address.matches(path.replaceAll("\\{[^}]*}", "[^/]+"))));
        assertEquals(Set.of(), missed);
    }

    private static String path(JavaClass pages, JavaMethod method) {
        var above = pages.getAnnotationOfType(Path.class).value();
        var below = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return ("/" + above + "/" + below).replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
    }

    private static Hosted hosted() throws InterruptedException {
        var hosted = Hosted.challenge();
        hosted.participant()
                .send("PATCH", "/api/challenges/" + hosted.slug() + "/team", "{\"name\": \"" + LONGEST + "\"}");
        return hosted;
    }

    private void check(List<String> faults, @Nullable Api person, List<String> paths) {
        var page = person == null ? page(new NewContextOptions()) : signedIn(person, "/about");
        for (var path : paths) {
            page.navigate(url(path));
            // What is folded away has to fit, too.
            page.evaluate(
                    "document.querySelectorAll('details').forEach(d => { d.removeAttribute('name'); d.open = true; })");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 900);
                    int tooWide = tooWide(page);
                    if (tooWide > 0) {
                        faults.add(path + " at " + width + ", " + scheme + ": too wide by " + tooWide);
                    }
                }
            }
        }
    }
}
