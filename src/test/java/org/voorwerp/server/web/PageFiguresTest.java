package org.voorwerp.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;

/// What a page costs somebody who comes for the first time: bytes, requests, and how long until something is seen. The
/// last is only printed: it depends on the machine.
@QuarkusTest
class PageFiguresTest extends InBrowser {

    private static final int MOST_BYTES = 100_000;

    /// What one page cost.
    private record Figures(String path, long bytes, long ofCharts, int requests, double firstPaint) {}

    @Test
    void everyPageWeighsLessThanAHundredKilobytesWithoutItsChart() throws Exception {
        meant.add(404);
        var hosted = Hosted.challenge();
        var figures = new ArrayList<Figures>();
        hosted.open().forEach(path -> figures.add(visit(path, null)));
        hosted.own().forEach(path -> figures.add(visit(path, hosted.participant())));
        hosted.organised().forEach(path -> figures.add(visit(path, hosted.organiser())));
        System.out.printf("%-58s %9s %9s %8s %11s%n", "page", "bytes", "chart", "requests", "first paint");
        for (var page : figures) {
            System.out.printf(
                    Locale.ROOT,
                    "%-58s %9d %9d %8d %8.0f ms%n",
                    page.path(),
                    page.bytes(),
                    page.ofCharts(),
                    page.requests(),
                    page.firstPaint());
        }
        assertEquals(
                List.of(),
                figures.stream().filter(page -> page.bytes() >= MOST_BYTES).toList());
    }

    private Figures visit(String path, @Nullable Api person) {
        var page = page(new NewContextOptions().setViewportSize(1440, 900));
        if (person != null) {
            page.navigate(url("/sign-in"));
            page.getByLabel("Your token").fill(PagesTest.token(person));
            page.getByLabel("Your token").press("Enter");
            page.waitForURL(url("/"));
        }
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.setCacheDisabled", parameter("cacheDisabled", true));
        var addresses = new HashMap<String, String>();
        var bytes = new HashMap<String, Long>();
        network.on(
                "Network.requestWillBeSent",
                event -> addresses.put(
                        event.get("requestId").getAsString(),
                        event.getAsJsonObject("request").get("url").getAsString()));
        network.on(
                "Network.loadingFinished",
                event -> bytes.put(
                        event.get("requestId").getAsString(),
                        event.get("encodedDataLength").getAsLong()));
        page.navigate(url(path));
        page.evaluate("document.querySelector('.curves')?.scrollIntoView()");
        if (page.locator("[data-curves]").count() > 0) {
            page.locator(".curves-drawn canvas").waitFor();
        }
        long ofCharts = 0;
        long own = 0;
        for (var request : bytes.entrySet()) {
            if (addresses.getOrDefault(request.getKey(), "").contains("echarts")) {
                ofCharts += request.getValue();
            } else {
                own += request.getValue();
            }
        }
        return new Figures(path, own, ofCharts, addresses.size(), firstPaint(page));
    }

    private static JsonObject parameter(String name, boolean value) {
        var parameters = new JsonObject();
        parameters.addProperty(name, value);
        return parameters;
    }

    private static double firstPaint(Page page) {
        return ((Number) page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"))
                .doubleValue();
    }
}
