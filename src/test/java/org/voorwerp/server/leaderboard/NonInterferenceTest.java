package org.voorwerp.server.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.Api.Answer;
import org.voorwerp.server.SettableClock;
import org.voorwerp.server.SmallChallenge;
import org.voorwerp.server.submission.Intake;

/// Before a phase ends, nobody but the challenge's organisers is told anything that depends on private labels: the
/// same story is told twice, the second time with these labels permuted, and every answer to everybody is the same,
/// byte for byte, once clocks and ids are masked.
@QuarkusTest
class NonInterferenceTest {

    private static final Instant START = Instant.parse("2032-03-01T00:00:00Z");
    private static final Instant END = Instant.parse("2032-03-20T00:00:00Z");

    private static final Pattern LINK = Pattern.compile("\"(/[^\"\\s<>]*)\"");
    private static final Pattern CLOCK = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST = 400;

    @Inject
    SettableClock clock;

    @Inject
    Intake intake;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void nothingThatIsToldDependsOnPrivateLabels() throws Exception {
        var full = "\"rule\": \"full\"";
        var once = tell(full, labels(0, 0));
        var permuted = tell(full, labels(0, 1));
        assertEquals(once.keySet(), permuted.keySet());
        for (var address : once.keySet()) {
            assertEquals(once.get(address), permuted.get(address), address);
        }
        // That the test would see a difference: with the public labels permuted it does.
        var otherPublic = tell(full, labels(1, 0));
        assertNotEquals(once, otherPublic);
        var differing = once.keySet().stream()
                .filter(address -> !once.get(address).equals(otherPublic.get(address)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(differing.contains("nobody GET /api/challenges/SLUG/leaderboard?phase=main"), differing::toString);
        assertTrue(once.size() > 150, () -> once.size() + " answers: " + once.keySet());
    }

    /// Of public scores everybody is told what the board's rule tells, and nobody anything else: with the truth of
    /// a public subject changed every raw score is another one, but rounded they are the same, and so is every
    /// answer.
    @Test
    void nothingThatIsToldDependsOnMoreOfPublicScoresThanTheBoardTells() throws Exception {
        var changed = labels(0, 0);
        // Everybody had it right, and so had the baseline; now nobody has.
        changed[3] = 2;
        for (var rule : List.of("rounded", "ladder")) {
            var board = "\"rule\": \"" + rule + "\", \"step\": 0.3";
            var once = tell(board, labels(0, 0));
            var other = tell(board, changed);
            assertEquals(once.keySet(), other.keySet());
            for (var address : once.keySet()) {
                assertEquals(once.get(address), other.get(address), rule + " " + address);
            }
            assertTrue(once.toString().contains("not-better") == rule.equals("ladder"), rule);
        }
    }

    /// The true classes, those of a part shifted by so many.
    private static int[] labels(int ofPublic, int ofPrivate) {
        return IntStream.range(0, SmallChallenge.SIZE)
                .map(i -> (i + (SmallChallenge.isPublic(i) ? ofPublic : ofPrivate)) % 3)
                .toArray();
    }

    /// A challenge with a phase that shows its board and a blind one, submissions to both, withdrawals, a
    /// choice, and then everything that can be asked for, by everybody.
    private Map<String, String> tell(String board, int... labels) throws Exception {
        clock.set(START);
        var owner = Api.organiser();
        var challenge = SmallChallenge.of()
                .ownedBy(owner.account)
                .board(board)
                .truth(labels)
                .phase("main", p -> p.from(START).to(END).with("private_board", true))
                .phase(
                        "blind",
                        p -> p.from(START).to(END).with("part", "private").with("board", "hidden"))
                .create();
        var hanny = Api.participant();
        var bill = Api.participant();
        var told = new TreeMap<String, String>();
        var mask = new LinkedHashMap<String, String>();
        mask.put(challenge.slug, "SLUG");
        mask.put(hanny.handle, "HANNY");
        mask.put(bill.handle, "BILL");
        mask.put(owner.handle, "OWNER");
        intake.takeBaseline(
                challenge.challenge(),
                "constant",
                new ByteArrayInputStream(SmallChallenge.file(i -> "A").getBytes(StandardCharsets.UTF_8)));
        var sent = new ArrayList<JsonNode>();
        int number = 0;
        for (var file : List.of(file(15, 3), file(12, 20), file(19, 11), SmallChallenge.file("visible"))) {
            for (var phase : List.of("main", "blind")) {
                for (var api : List.of(hanny, bill)) {
                    var answer = submit(api, challenge, phase, file);
                    sent.add(answer.json());
                    told.put("script " + number++, masked(answer, mask));
                }
            }
        }
        for (var action : List.of(
                hanny.post(self(sent.get(0)) + "/withdraw", BodyPublishers.noBody()),
                hanny.post(self(sent.get(0)) + "/restore", BodyPublishers.noBody()),
                hanny.post(self(sent.get(4)) + "/withdraw", BodyPublishers.noBody()),
                bill.put(
                        "/api/challenges/" + challenge.slug + "/phases/main/finals",
                        "{\"chosen\": [" + sent.get(1).get("id") + "]}"),
                submit(hanny, challenge, "main", "id,label\ns000,Z\n"),
                submit(hanny, challenge, "", file(1, 1)))) {
            told.put("script " + number++, masked(action, mask));
        }
        awaitBaseline(challenge);
        var ids = sent.stream().map(view -> view.get("id").asText()).toList();
        var everybody = new LinkedHashMap<String, Api>();
        everybody.put("nobody", Api.nobody());
        everybody.put("hanny", hanny);
        everybody.put("other", Api.participant());
        everybody.put("organiser", Api.organiser());
        mask.put(everybody.get("other").handle, "OTHER");
        mask.put(everybody.get("organiser").handle, "ORGANISER");
        for (var each : everybody.entrySet()) {
            crawl(each.getKey(), each.getValue(), challenge, ids, mask, told);
        }
        return told;
    }

    private void crawl(
            String who,
            Api api,
            SmallChallenge challenge,
            List<String> ids,
            Map<String, String> mask,
            Map<String, String> told)
            throws IOException {
        var open = new ArrayDeque<>(addresses(challenge, ids));
        var seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            var address = open.poll();
            if (address.contains("/events")) {
                // It has no end, and tells nothing but the tag of the board, which is compared itself.
                told.put(who + " GET " + masked(address, mask, ids), String.valueOf(api.begin(address)));
                continue;
            }
            var answer = api.get(address, "Accept", address.startsWith("/api") ? "*/*" : "text/html");
            told.put(who + " GET " + masked(address, mask, ids), masked(answer, mask, ids));
            var links = LINK.matcher(answer.text());
            while (links.find() && seen.size() < MOST) {
                var link = links.group(1).replace("&amp;", "&");
                if (concerns(link, challenge, ids) && seen.add(link)) {
                    open.add(link);
                }
            }
        }
    }

    /// What is of other tests' challenges is not told here.
    private static boolean concerns(String link, SmallChallenge challenge, List<String> ids) {
        return link.matches(".*/" + challenge.slug + "([/?.].*)?")
                || ids.stream().anyMatch(link::contains);
    }

    /// Every address that is read, as the API's description has them, the pages, and boards in every way.
    private static List<String> addresses(SmallChallenge challenge, List<String> ids) throws IOException {
        var addresses = new ArrayList<String>();
        var api = new ObjectMapper(new YAMLFactory())
                .readTree(Api.nobody().get("/openapi").text());
        api.get("paths").properties().forEach(path -> {
            if (path.getValue().has("get") && path.getKey().contains("{")) {
                for (var id : path.getKey().contains("{id}") ? ids : List.of("")) {
                    addresses.add(path.getKey()
                            .replace("{slug}", challenge.slug)
                            .replace("{id}", id)
                            .replace("{phase}", "main")
                            .replace("{file}", "truth.csv")
                            .replace("{sha256}", "0".repeat(64))
                            .replace("{name}", "test.csv"));
                }
            }
        });
        for (var page :
                List.of("", "/data", "/rules", "/leaderboard", "/submit", "/submissions", "/report", "/manage")) {
            addresses.add("/challenges/" + challenge.slug + page);
        }
        ids.forEach(id -> addresses.add("/submissions/" + id));
        for (var board : List.of(
                "/api/challenges/%s/leaderboard",
                "/api/challenges/%s/leaderboard.csv",
                "/api/challenges/%s/leaderboard/mine",
                "/api/challenges/%s/leaderboard/moves",
                "/challenges/%s/leaderboard")) {
            for (var query : List.of(
                    "phase=main",
                    "phase=blind",
                    "part=private",
                    "phase=main&part=private",
                    "phase=blind&part=private",
                    "phase=blind&part=public",
                    "version=1&part=private",
                    "version=2",
                    "part=private&sort=test-error",
                    "part=private&limit=1",
                    "part=private&after=0-0",
                    "sort=none")) {
                addresses.add(board.formatted(challenge.slug) + "?" + query);
            }
        }
        addresses.add("/api/challenges/" + challenge.slug + "/submissions?all=true");
        return addresses;
    }

    private static String masked(Answer answer, Map<String, String> mask) {
        return masked(answer, mask, List.of());
    }

    private static String masked(Answer answer, Map<String, String> mask, List<String> ids) {
        var headers = answer.response().headers().map().entrySet().stream()
                // The tag and the length are of the body, which is compared itself.
                .filter(h -> !List.of("date", "etag", "content-length", "x-request-id", "ratelimit")
                        .contains(h.getKey().toLowerCase(Locale.ROOT)))
                .sorted(Map.Entry.comparingByKey())
                .map(h -> h.getKey() + ": " + h.getValue())
                .collect(Collectors.joining("\n"));
        return masked(answer.status() + "\n" + headers + "\n" + answer.text(), mask, ids);
    }

    private static String masked(String text, Map<String, String> mask, List<String> ids) {
        var masked = text;
        for (int i = 0; i < ids.size(); i++) {
            masked = masked.replace(ids.get(i), "SUBMISSION-" + i);
        }
        for (var name : mask.entrySet()) {
            masked = masked.replaceAll(Pattern.quote(name.getKey()) + "(?![0-9])", name.getValue());
        }
        masked = UUIDS.matcher(masked).replaceAll("ID");
        // Salted anew for each challenge.
        masked = masked.replaceAll("\"(truth|split)\":\"[0-9a-f]{64}\"", "$1 BOUND");
        // The digest of the board's JSON, ids and clocks in it; that JSON is looked at by itself.
        masked = masked.replaceAll("data-tag=\"[0-9a-f]{32}\"", "TAG");
        // Charts draw times from left to right; only how high something lies is of scores.
        masked = masked.replaceAll("data-(from|to)=\"\\d+\"", "$1 CLOCK")
                .replaceAll("([MH])\\d+(\\.\\d+)?(?=[ HV\"])", "$1 CLOCK ")
                .replaceAll("CLOCK\">[^<]*</time>|>[^<]*</time>", ">CLOCK</time>")
                .replaceAll("<svg class=\"curves-columns\".*?</svg>", "CLOCK");
        return CLOCK.matcher(masked).replaceAll("CLOCK").replaceAll("incident-\\w+", "INCIDENT");
    }

    private static Answer submit(Api api, SmallChallenge challenge, String phase, String csv) {
        return api.post(
                Api.submissions(challenge) + (phase.isEmpty() ? "" : "?phase=" + phase),
                BodyPublishers.ofString(csv),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=30");
    }

    /// Predictions made without looking at the truth of this run.
    private static String file(int rightInPublic, int rightInPrivate) {
        return SmallChallenge.file(rightInPublic, rightInPrivate);
    }

    private static String self(JsonNode view) {
        return view.get("links").get("self").asText();
    }

    private static void awaitBaseline(SmallChallenge challenge) throws InterruptedException {
        var board = "/api/challenges/" + challenge.slug + "/leaderboard?phase=main";
        for (int i = 0; i < 200 && !Api.nobody().get(board).text().contains("\"baseline\":true"); i++) {
            Thread.sleep(50);
        }
    }
}
