package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.http.Routes;
import org.voorwerp.server.http.Routes.Route;

/// Who may do what: every operation as everybody, against a published challenge and a draft. What is expected stands in
/// one file, and an operation that is missing there fails.
@QuarkusTest
class AuthorisationTest {

    private static final Path EXPECTED = Path.of("test", "resources", "authorisation.txt");
    private static final List<String> CALLERS = List.of(
            "anonymous", "revoked", "expired", "participant", "member", "other", "organiser", "elsewhere", "admin");

    /// Tokens with some scopes only, and as whom of the callers they are answered where the scope is enough. Without
    /// the
    /// scope to organise, an organiser is what any other one is: somebody who organises elsewhere, if anything.
    private static final Map<String, Limited> LIMITED = new TreeMap<>(Map.of(
            "read only", new Limited("other", List.of("read"), "other"),
            "submits, of the organiser", new Limited("organiser", List.of("submit"), "elsewhere"),
            "organises, of the organiser", new Limited("organiser", List.of("organise"), "organiser"),
            "account only, of the organiser", new Limited("organiser", List.of("account"), "elsewhere")));

    private static final String MULTIPART = "multipart/form-data; boundary=x";

    /// A build's report, for the page that shows it.
    private static final String REPORT = """
            {"consensus": {"source": {"kind": "votes", "file": "votes.csv", "sha256": "0"},
              "rows": {"read": 43, "used": 43, "dropped": {}}, "subjects": 43, "leftOut": {}, "sides": []},
             "files": [], "baselines": []}
            """;

    @Inject
    Routes routes;

    @Inject
    Accounts accounts;

    private final Map<String, Api> people = new LinkedHashMap<>();

    /// @param scopes beside `read`, which every token has
    private record Limited(String owner, List<String> scopes, String answeredAs) {}

    /// What is expected of an operation: the scope it needs, and for a published challenge and a draft a word for each
    /// caller.
    private record Expected(String scope, List<String> published, List<String> draft) {

        /// The words for the callers, then those for the limited tokens.
        String words(boolean ofPublished) {
            var words = ofPublished ? published : draft;
            var limited = LIMITED.values().stream()
                    .map(token -> scope.equals("read") || token.scopes().contains(scope)
                            ? words.get(CALLERS.indexOf(token.answeredAs()))
                            : "403");
            return Stream.concat(words.stream(), limited).collect(Collectors.joining(" "));
        }
    }

    @BeforeEach
    void people() {
        people.put("anonymous", Api.nobody());
        var revoked = Api.participant();
        var token = revoked.get("/api/accounts/me/tokens").json().at("/0/id").asText();
        revoked.delete("/api/accounts/me/tokens/" + token);
        people.put("revoked", revoked);
        people.put("expired", expired(Api.participant()));
        people.put("participant", Api.participant());
        people.put("member", Api.participant());
        people.put("other", Api.participant());
        people.put("organiser", Api.organiser());
        people.put("elsewhere", Api.organiser());
        people.put("admin", Api.registered(Role.ADMIN));
        LIMITED.forEach(
                (name, limited) -> people.put(name, people.get(limited.owner()).limitedTo(limited.scopes())));
    }

    private static Api expired(Api person) {
        var token = person.limitedTo(List.of("submit", "organise", "account"));
        QuarkusTransaction.requiringNew()
                .run(() -> SmallChallenge.bean(EntityManager.class)
                        .createNativeQuery("update access_token set expires_at = now() - interval '1 second'"
                                + " where account_id = ?1 and name = 'limited'")
                        .setParameter(1, person.account)
                        .executeUpdate());
        return token;
    }

    @Test
    void everyOperationIsForThoseItIsFor() throws IOException {
        var expected = expected();
        var operations = operations();
        var missing = operations.values().stream()
                .filter(route -> !expected.containsKey(route.method() + " " + route.template()))
                .map(this::describe)
                .toList();
        assertEquals(List.of(), missing, "missing in " + EXPECTED);
        assertEquals(
                List.of(),
                expected.keySet().stream()
                        .filter(o -> !operations.containsKey(o))
                        .toList(),
                "no such operation");
        var checks = new ArrayList<Executable>();
        expected.forEach((operation, words) -> {
            checks.add(() -> check(operations.get(operation), true, words.words(true)));
            checks.add(() -> check(operations.get(operation), false, words.words(false)));
        });
        assertAll(checks);
    }

    @Test
    void theDescriptionOfTheApiHasEveryRouteOfTheApi() throws IOException {
        var described = new ObjectMapper(new YAMLFactory())
                .readTree(Api.nobody().get("/openapi").text());
        var operations = new TreeSet<String>();
        described
                .get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        var known = operations();
        operations.forEach(operation -> assertTrue(known.containsKey(operation), operation));
    }

    private void check(Route route, boolean published, String words) {
        var got = new ArrayList<String>();
        Situation situation = null;
        for (var caller : people.keySet()) {
            // Whoever was let through may have changed what the next one finds.
            boolean touched = !route.method().equals("GET")
                    && !got.isEmpty()
                    && got.getLast().equals("ok");
            if (situation == null || touched) {
                situation = new Situation(published, route.template());
            }
            got.add(situation.ask(people.get(caller), route));
        }
        assertEquals(
                words,
                String.join(" ", got),
                route.method() + " " + route.template() + (published ? " published" : " draft"));
    }

    /// What an operation says to everybody, for whoever adds it to judge and write down.
    private String describe(Route route) {
        var line = new StringBuilder("\n" + route.method() + " " + route.template());
        for (boolean published : List.of(true, false)) {
            line.append(" |");
            for (var caller : people.keySet()) {
                line.append(' ').append(new Situation(published, route.template()).ask(people.get(caller), route));
            }
        }
        return line.toString();
    }

    private Map<String, Route> operations() {
        var operations = new LinkedHashMap<String, Route>();
        for (var route : routes.all()) {
            if (!route.method().equals("HEAD")) {
                operations.put(route.method() + " " + route.template(), route);
            }
        }
        return operations;
    }

    /// Reads lines of `rule = published | draft` and `METHOD path  rule  scope`.
    private static Map<String, Expected> expected() throws IOException {
        var rules = new LinkedHashMap<String, Expected>();
        var expected = new LinkedHashMap<String, Expected>();
        for (var line : Files.readAllLines(EXPECTED)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.contains("=")) {
                var parts = line.split("[=|]");
                rules.put(parts[0].strip(), new Expected("", words(parts[1]), words(parts[parts.length - 1])));
            } else {
                var parts = line.strip().split("\\s+");
                var rule = rules.get(parts[2]);
                assertTrue(rule != null, "no rule " + parts[2]);
                expected.put(parts[0] + " " + parts[1], new Expected(parts[3], rule.published(), rule.draft()));
            }
        }
        return expected;
    }

    private static List<String> words(String text) {
        var words = List.of(text.strip().split("\\s+"));
        assertEquals(CALLERS.size(), words.size(), text);
        return words;
    }

    /// A challenge with a team and something of everything.
    private final class Situation {

        private final SmallChallenge challenge =
                SmallChallenge.of().ownedBy(people.get("organiser").account).create();
        private final String id;

        /// @param template of what will be asked, for which there must be something
        Situation(boolean published, String template) {
            var base = "/api/challenges/" + challenge.slug;
            var member = people.get("member");
            var other = people.get("other");
            var organiser = people.get("organiser");
            var kind = kind(template);
            if (template.contains("/team")) {
                member.post(base + "/team");
                other.post(base + "/team");
            }
            var made = switch (kind) {
                case "submissions" ->
                    member.submit(challenge, SmallChallenge.file(4, 4)).json().at("/id");
                case "teams" -> member.get(base + "/team").json().at("/id");
                case "team/invitations" ->
                    member.post(base + "/team/invitations").json().at("/id");
                case "team/mergers" ->
                    other.postJson(base + "/team/mergers", "{\"team\": \"" + member.handle + "\"}")
                            .json()
                            .at("/mergers/0/id");
                case "webhooks" ->
                    member.postJson(base + "/webhooks", "{\"url\": \"http://127.0.0.1:9/\"}")
                            .json()
                            .at("/id");
                case "entry/invitations" ->
                    organiser.post(base + "/entry/invitations").json().at("/id");
                case "announcements" ->
                    organiser
                            .postJson(base + "/announcements", "{\"title\": \"a\", \"markdown\": \"b\"}")
                            .json()
                            .at("/id");
                default -> null;
            };
            id = made == null ? UUID.randomUUID().toString() : made.asText();
            if (template.contains("/pages/")) {
                organiser.put(
                        base + "/pages/overview", BodyPublishers.ofString("Text"), "Content-Type", "text/markdown");
            }
            if (template.contains("/organisers")) {
                organiser.postJson(base + "/organisers", "{\"handle\": \"" + people.get("participant").handle + "\"}");
            }
            sql("update challenge set report = cast(?2 as jsonb) where id = ?1", challenge.id, REPORT);
            if (!published) {
                sql("update challenge set state = ?2, published_at = null where id = ?1", challenge.id, "draft");
            }
        }

        private static void sql(String statement, UUID challenge, String value) {
            QuarkusTransaction.requiringNew()
                    .run(() -> SmallChallenge.bean(EntityManager.class)
                            .createNativeQuery(statement)
                            .setParameter(1, challenge)
                            .setParameter(2, value)
                            .executeUpdate());
        }

        /// @return `ok` if the caller is let through, whatever comes of it, else the status
        String ask(Api caller, Route route) {
            var path = path(route.template());
            var type = type(route.template());
            if (route.template().endsWith("/events")) {
                return word(caller.begin(path));
            }
            var answer = route.method().equals("GET")
                    ? caller.get(path)
                    : caller.send(route.method(), path, body(type), type);
            assertTrue(answer.status() < 500, route + " " + answer);
            return word(answer.status());
        }

        private static String word(int status) {
            return status == 401 || status == 403 || status == 404 ? String.valueOf(status) : "ok";
        }

        private static String type(String template) {
            return switch (template) {
                case "/api/challenges", "/api/imports", "/api/challenges/{slug}/scoring-versions/pack" ->
                    "application/zip";
                case "/api/challenges/{slug}/submissions" -> "text/csv";
                case "/api/challenges/{slug}/pages/{name}" -> "text/markdown";
                case "/challenges/{slug}/submit", "/organise/packs", "/organise/imports" -> MULTIPART;
                default -> template.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
            };
        }

        private static String body(String type) {
            return switch (type) {
                case "application/json" -> "{}";
                case MULTIPART -> "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n";
                default -> "";
            };
        }

        /// What the id in a path is of.
        private static String kind(String template) {
            return template.replaceFirst("/\\{id}.*", "")
                    .replaceFirst("^(/api)?/challenges/\\{slug}/", "")
                    .replaceFirst("^/(api/)?", "")
                    .replaceFirst("^news$", template.contains("{id}") ? "announcements" : "news");
        }

        private String path(String template) {
            return template.replace("{slug}", challenge.slug)
                    .replace("{id}", id)
                    .replace("{name}", template.contains("/files/") ? "test.csv" : "overview")
                    .replace("{handle}", people.get("participant").handle)
                    .replaceAll("\\{[^}]*}", "x");
        }
    }
}
