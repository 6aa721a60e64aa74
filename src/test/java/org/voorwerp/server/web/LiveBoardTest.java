package org.voorwerp.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// A board that somebody leaves open while others submit.
@QuarkusTest
class LiveBoardTest extends InBrowser {

    /// Counts what the page is told of the board, and what it listens to by itself.
    private static final String COUNTING = """
            window.told = 0;
            window.EventSource = class extends EventSource {
              constructor(address) {
                super(address);
                this.addEventListener("board", () => window.told++);
              }
            };
            window.listening = 0;
            MediaQueryList.prototype.addEventListener = function (...given) {
              window.listening++;
              return EventTarget.prototype.addEventListener.apply(this, given);
            };
            const observe = ResizeObserver.prototype.observe;
            const observers = new WeakSet();
            ResizeObserver.prototype.observe = function (...given) {
              if (!observers.has(this)) window.listening++;
              observers.add(this);
              return observe.apply(this, given);
            };
            """;

    /// The page fetched after the first change is on its way when the second comes.
    private record OnItsWay(Route route, APIResponse answer) {}

    @Test
    void whatChangesWhileThePageIsFetchedIsFetchedToo() {
        var challenge = SmallChallenge.of().create();
        var page = open(challenge);
        var fetched = new ArrayList<OnItsWay>();
        page.route(page.url(), route -> {
            if (fetched.isEmpty()) {
                fetched.add(new OnItsWay(route, route.fetch()));
            } else {
                route.resume();
            }
        });
        var first = Api.participant();
        first.scored(challenge, SmallChallenge.file(4, 4));
        page.waitForCondition(() -> !fetched.isEmpty());
        int told = count(page, "told");
        var second = Api.participant();
        second.scored(challenge, SmallChallenge.file(9, 9));
        page.waitForCondition(() -> count(page, "told") > told);

        var old = fetched.getFirst();
        old.route().fulfill(new Route.FulfillOptions().setResponse(old.answer()));
        assertThat(page.locator("#board .board")).containsText(first.handle);
        assertThat(page.locator("#board .board")).containsText(second.handle);
    }

    @Test
    void whatChangesBeforeThePageListensIsShownToo() {
        var challenge = SmallChallenge.of().create();
        var page = page(new NewContextOptions().setViewportSize(1440, 2000));
        var events = new ArrayList<Route>();
        page.route("**/leaderboard/events*", events::add);
        page.navigate(url("/challenges/" + challenge.slug + "/leaderboard"));
        page.waitForCondition(() -> !events.isEmpty());
        var late = Api.participant();
        late.scored(challenge, SmallChallenge.file(4, 4));
        events.getFirst().resume();
        assertThat(page.locator("#board .board")).containsText(late.handle);
    }

    @Test
    void whoGoesBackToThePageFindsItLive() {
        var challenge = SmallChallenge.of().create();
        Api.participant().scored(challenge, SmallChallenge.file(3, 3));
        var page = open(challenge);
        // As a browser does it that keeps the page while somebody is elsewhere; the tests' own never keeps any.
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        var meanwhile = Api.participant();
        meanwhile.scored(challenge, SmallChallenge.file(4, 4));
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        assertThat(page.locator("#board .board")).containsText(meanwhile.handle);
        var after = Api.participant();
        after.scored(challenge, SmallChallenge.file(5, 5));
        assertThat(page.locator("#board .board")).containsText(after.handle);
    }

    @Test
    void howeverOftenTheHistoryIsDrawnThePageListensOnce() {
        var challenge = SmallChallenge.of().perDay(20).create();
        var person = Api.participant();
        person.scored(challenge, SmallChallenge.file(4, 4));
        person.scored(challenge, SmallChallenge.file(6, 6));
        var page = open(challenge);
        page.locator(".curves").scrollIntoViewIfNeeded();
        page.locator(".curves-drawn canvas").waitFor();
        int listening = count(page, "listening");
        for (int right : new int[] {8, 10}) {
            page.evaluate("document.querySelector('.curves').classList.add('before')");
            person.scored(challenge, SmallChallenge.file(right, right));
            page.locator(".curves:not(.before) .curves-drawn canvas").waitFor();
        }
        assertEquals(listening, count(page, "listening"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator(".curves-drawn canvas")).isVisible();
    }

    private Page open(SmallChallenge challenge) {
        var page = page(new NewContextOptions().setViewportSize(1440, 2000));
        page.addInitScript(COUNTING);
        page.navigate(url("/challenges/" + challenge.slug + "/leaderboard"));
        page.waitForCondition(() -> count(page, "told") > 0);
        return page;
    }

    private static int count(Page page, String what) {
        return ((Number) page.evaluate("window." + what)).intValue();
    }
}
