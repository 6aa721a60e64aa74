package org.voorwerp.server.news;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;
import org.w3c.dom.Element;

@QuarkusTest
class NewsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Inject
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void organisersAnnounceAndEverybodyReads() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        assertEquals(401, announce(Api.nobody(), challenge, "Data", "Mended.").status());
        assertEquals(
                403, announce(Api.organiser(), challenge, "Data", "Mended.").status());
        assertEquals(400, announce(organiser, challenge, " ", "Mended.").status());
        assertEquals(
                400, announce(organiser, challenge, "two\nlines", "Mended.").status());
        assertEquals(400, announce(organiser, challenge, "Data", "").status());
        assertEquals(
                400, announce(organiser, challenge, "x".repeat(201), "Mended.").status());
        assertEquals(201, announce(organiser, challenge, "First", "One.").status());
        var second = announce(organiser, challenge, "Second", "Two.");
        var list = Api.nobody().get(path(challenge)).json();
        assertEquals("Second", list.get(0).get("title").asText());
        assertEquals("First", list.get(1).get("title").asText());
        var one = path(challenge) + "/" + second.json().get("id").asText();
        assertEquals(403, Api.participant().delete(one).status());
        assertEquals(204, organiser.delete(one).status());
        assertEquals(404, organiser.delete(one).status());
        assertEquals(1, Api.nobody().get(path(challenge)).json().size());
    }

    @Test
    void theFeedTellsWhenAHiddenBoardOpensAndNotBefore() throws Exception {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        var end = start.plus(Duration.ofDays(1));
        var challenge = SmallChallenge.of()
                .phase("blind", p -> p.from(start).to(end).with("board", "hidden"))
                .create();
        clock.set(end.minusSeconds(1));
        assertFalse(titles(feed(challenge)).toString().contains("board of phase"), "it is hidden");
        clock.set(end);
        var titles = titles(feed(challenge));
        assertTrue(titles.contains("The board of phase blind on the public part is open"), titles::toString);
        var feed = feed(challenge);
        var news = entries(feed).stream()
                .filter(entry -> text(entry, "title").contains("public part"))
                .findFirst()
                .orElseThrow();
        assertEquals(end.toString(), text(news, "updated"));
        var link = (Element) news.getElementsByTagNameNS(ATOM, "link").item(0);
        var page = Api.nobody().get(link.getAttribute("href").replaceFirst("^https?://[^/]+", ""));
        assertEquals(200, page.status(), link.getAttribute("href"));
    }

    @Test
    void theFeedTellsOfAnnouncementsAndPhases() throws Exception {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        var end = start.plus(Duration.ofDays(1));
        var organiser = Api.organiser();
        var challenge =
                SmallChallenge.of().ownedBy(organiser.account).phase(start, end).create();
        assertEquals(List.of(), titles(feed(challenge)));
        announce(organiser, challenge, "Soon", "It *opens* soon. <script>alert(1)</script> [x](javascript:alert(1))");
        clock.set(start);
        assertEquals(List.of("Phase main is open", "Soon"), titles(feed(challenge)));
        clock.set(end);
        var feed = feed(challenge);
        assertEquals(List.of("Phase main has closed", "Phase main is open", "Soon"), titles(feed));
        assertEquals(end.toString(), text(feed, "updated"));
        var soon = entries(feed).get(2);
        assertEquals(
                "html", ((Element) soon.getElementsByTagNameNS(ATOM, "content").item(0)).getAttribute("type"));
        var content = text(soon, "content");
        assertTrue(content.contains("<em>opens</em>"), content);
        assertFalse(content.contains("script"), content);
        var href = ((Element) soon.getElementsByTagNameNS(ATOM, "link").item(0)).getAttribute("href");
        assertTrue(href.startsWith("http://localhost:") && href.contains("/news#"), href);
        assertEquals(ids(feed), ids(feed(challenge)), "entries keep their ids");
    }

    @Test
    void theFeedOfADraftIsItsOrganisersOnly() {
        var organiser = Api.organiser();
        var draft = SmallChallenge.of().draftOf(organiser.account).create();
        assertEquals(
                404,
                Api.nobody().get("/challenges/" + draft.slug + "/feed.atom").status());
        assertEquals(
                200, organiser.get("/challenges/" + draft.slug + "/feed.atom").status());
        assertEquals(404, Api.nobody().get(path(draft)).status());
    }

    @Test
    void whatXmlCannotHoldIsLeftOutOfTheFeed() throws Exception {
        var organiser = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(organiser.account).create();
        var posted = announce(organiser, challenge, "A < B & ]]> \uFFFE \uD83D\uDE00", "bell\u0007 form\f half\uFFFF");
        assertEquals(201, posted.status(), posted::toString);
        assertEquals("A < B & ]]>  \uD83D\uDE00", titles(feed(challenge)).get(0));
    }

    private static Answer announce(Api person, SmallChallenge challenge, String title, String markdown)
            throws Exception {
        var json = new ObjectMapper().writeValueAsString(Map.of("title", title, "markdown", markdown));
        return person.postJson(path(challenge), json);
    }

    private static String path(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/announcements";
    }

    /// Read by the JDK's parser, which takes nothing that is not well formed.
    private static Element feed(SmallChallenge challenge) throws Exception {
        var answer = Api.nobody().get("/challenges/" + challenge.slug + "/feed.atom");
        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.header("Content-Type").startsWith("application/atom+xml"), answer::toString);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.response().body()))
                .getDocumentElement();
    }

    private static List<Element> entries(Element feed) {
        var entries = new ArrayList<Element>();
        var nodes = feed.getElementsByTagNameNS(ATOM, "entry");
        for (int i = 0; i < nodes.getLength(); i++) {
            entries.add((Element) nodes.item(i));
        }
        return entries;
    }

    private static List<String> titles(Element feed) {
        return entries(feed).stream().map(entry -> text(entry, "title")).toList();
    }

    private static List<String> ids(Element feed) {
        return entries(feed).stream().map(entry -> text(entry, "id")).toList();
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }
}
