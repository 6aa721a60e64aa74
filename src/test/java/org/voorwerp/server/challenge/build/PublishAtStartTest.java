package org.voorwerp.server.challenge.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voorwerp.server.Api;
import org.voorwerp.server.Logged;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.ShippedPacksPublished;
import org.voorwerp.server.challenge.pack.MemoryPack;

/// The packs shipped with a server, as at its start.
@QuarkusTest
class PublishAtStartTest {

    private static volatile HealthCheckResponse.@Nullable Status whenGreeting;

    @Inject
    ShippedPacks packs;

    @Inject
    @Readiness
    PacksReadiness readiness;

    @TempDir
    Path folder;

    private void ship(MemoryPack pack, String slug) throws IOException {
        pack.replacing("slug: small-mergers", "slug: " + slug);
        for (var file : pack.files().entrySet()) {
            var path = folder.resolve(slug).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private static long hosted(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> Challenge.count("slug", slug));
    }

    @Test
    void twoServersOverOneDatabaseBuildEachPackOnce() throws IOException {
        ship(new MemoryPack().publishable(), "shipped-once-a");
        ship(new MemoryPack().publishable(), "shipped-once-b");
        try (var servers = Executors.newFixedThreadPool(2)) {
            servers.submit(() -> packs.publishAll(folder));
            servers.submit(() -> packs.publishAll(folder));
        }
        for (var slug : new String[] {"shipped-once-a", "shipped-once-b"}) {
            assertEquals(1, hosted(slug));
            var challenge = Api.nobody().get("/api/challenges/" + slug);
            assertEquals(200, challenge.status(), challenge::toString);
            assertEquals("published", challenge.json().get("state").asText());
        }
    }

    @Test
    void aPackThatIsHostedStaysAsItIs() throws IOException {
        ship(new MemoryPack().publishable(), "shipped-again");
        packs.publishAll(folder);
        var files = Api.nobody().get("/api/challenges/shipped-again/files").json();
        Files.writeString(folder.resolve("shipped-again/data/votes.csv"), "objid,votes,merger\n1000,20,0.5\n");
        packs.publishAll(folder);
        assertEquals(
                files, Api.nobody().get("/api/challenges/shipped-again/files").json());
    }

    @Test
    void aPackWithoutItsDataOrWithMistakesKeepsNoOtherFromBeingPublished() throws IOException {
        ship(new MemoryPack().publishable().without("data/votes.csv"), "shipped-1-without-data");
        ship(new MemoryPack().publishable().replacing("name: rmse", "name: rsme"), "shipped-2-broken");
        ship(new MemoryPack().publishable().with("data/votes.csv", "objid\n\"x"), "shipped-3-broken-data");
        ship(new MemoryPack().publishable(), "shipped-4-good");
        packs.publishAll(folder);
        assertEquals(0, hosted("shipped-1-without-data"));
        assertEquals(0, hosted("shipped-2-broken"));
        assertEquals(0, hosted("shipped-3-broken-data"));
        assertEquals(1, hosted("shipped-4-good"));
    }

    @Test
    void aPackThatTellsItsTruthIsNotPublishedAndTheLogSaysWhy() throws IOException {
        ship(new MemoryPack(), "shipped-leaking");
        ship(
                new MemoryPack()
                        .publishable()
                        .replacing("board: {rule: full}", "board: {rule: rounded}\ndiagnostics: public"),
                "shipped-telling");
        var said = Logged.during(ShippedPacks.class, () -> packs.publishAll(folder));
        assertEquals(0, hosted("shipped-leaking"));
        assertEquals(0, hosted("shipped-telling"));
        assertTrue(
                said.stream()
                        .anyMatch(line ->
                                line.contains("shipped-leaking is not published: redness alone tells the truth")),
                said::toString);
        assertTrue(
                said.stream()
                        .anyMatch(line -> line.contains("shipped-telling is not published: diagnostics: public tells")),
                said::toString);
        // What is not published has left nothing: put right, it is at the next start.
        ship(new MemoryPack().publishable(), "shipped-leaking");
        packs.publishAll(folder);
        assertEquals(1, hosted("shipped-leaking"));
    }

    @Test
    void theBoardShowsTheBaselines() throws Exception {
        ship(new MemoryPack().publishable(), "shipped-baselines");
        packs.publishAll(folder);
        var teams = Api.nobody()
                .get("/api/challenges/shipped-baselines/leaderboard")
                .json();
        for (int i = 0; i < 100 && teams.findValuesAsText("team").size() < 3; i++) {
            Thread.sleep(100);
            teams = Api.nobody()
                    .get("/api/challenges/shipped-baselines/leaderboard")
                    .json();
        }
        assertEquals(
                Set.of("constant", "one-volunteer", "linear-regression"), Set.copyOf(teams.findValuesAsText("team")));
    }

    /// What stands in the data folder for the person who starts a server, a token, is put there by an observer.
    @Test
    void aServerIsNotReadyBeforeItHasGreeted() throws InterruptedException {
        for (int i = 0; i < 600 && readiness.call().getStatus() != HealthCheckResponse.Status.UP; i++) {
            Thread.sleep(100);
        }
        assertEquals(HealthCheckResponse.Status.UP, readiness.call().getStatus());
        assertEquals(HealthCheckResponse.Status.DOWN, whenGreeting, "readiness while the observers were at work");
    }

    static void greeting(@Observes ShippedPacksPublished event, @Readiness PacksReadiness readiness) {
        whenGreeting = readiness.call().getStatus();
    }

    @Test
    void readinessTellsOfThePacks() {
        var health = Api.nobody().get("/q/health/ready");
        assertEquals(200, health.status(), health::toString);
        assertTrue(health.json().get("checks").findValuesAsText("name").contains("packs"), health::toString);
    }
}
