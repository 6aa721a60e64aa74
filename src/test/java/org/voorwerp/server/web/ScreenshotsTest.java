package org.voorwerp.server.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Not a test but a camera: with -Dscreenshots=FOLDER it takes every page in three widths, light and dark, for somebody
/// to look at.
@QuarkusTest
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class ScreenshotsTest {

    @TestHTTPResource
    URI server;

    @Inject
    HostedChallenge hosted;

    @Test
    void takesEveryPage() throws Exception {
        var folder = Path.of(System.getProperty("screenshots"));
        var papyri = hosted.host(
                "papyri-letters-shown",
                "Characters on papyri",
                "Say which of 24 Greek capitals each image shows; the truth is what sixty volunteers saw.",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2036-01-01T00:00:00Z"));
        hosted.host(
                "galaxies-shown",
                "Galaxy mergers",
                "Predict from a survey’s catalogue which share of volunteers will see two galaxies colliding.",
                Instant.parse("2036-01-01T00:00:00Z"),
                Instant.parse("2037-01-01T00:00:00Z"));
        hosted.host(
                "birds-shown",
                "Night calls",
                "Find the calls of tropical birds in recordings that volunteers listened to.",
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2024-06-01T00:00:00Z"));
        hosted.stand(papyri, "hanny", false, 1, 0.9312, 0.012);
        hosted.stand(papyri, "bill_keel", false, 2, 0.9275, 0.013);
        hosted.stand(papyri, "one-volunteer", true, 3, 0.9021, 0.014);
        hosted.stand(papyri, "galaxy-zoo-students-of-oxford", false, 4, 0.8894, 0.016);
        hosted.stand(papyri, "kevin", false, 5, 0.8412, 0.019);
        hosted.stand(papyri, "nearest-centroid", true, 6, 0.7105, 0.021);
        hosted.stand(papyri, "constant", true, 7, 0.0041, 0.0004);
        var chromium = Browser.executable().orElseThrow();
        var pages = List.of(
                "/",
                "/challenges/papyri-letters-shown",
                "/challenges/papyri-letters-shown/data",
                "/challenges/papyri-letters-shown/rules",
                "/challenges/papyri-letters-shown/leaderboard",
                "/challenges/papyri-letters-shown/submit",
                "/sign-in",
                "/register",
                "/about",
                "/problems",
                "/account",
                "/nothing-here");
        RestAssured.baseURI = server.toString();
        try (var browser = Browser.start(chromium)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : new int[] {390, 820, 1440}) {
                    var context = browser.chromium()
                            .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                                    .setViewportSize(width, 900)
                                    .setColorScheme(scheme));
                    var page = context.newPage();
                    for (var path : pages) {
                        page.navigate(server.resolve(path).toString());
                        var name =
                                (path.equals("/") ? "home" : path.substring(1).replace('/', '-')) + "-" + width + "-"
                                        + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
                        page.screenshot(
                                new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name)));
                        var overflow = page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
                        if (((Number) overflow).intValue() > 0) {
                            System.out.println(path + " at " + width + " is too wide by " + overflow);
                        }
                    }
                    context.close();
                }
            }
        }
    }
}
