package org.voorwerp.server.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.voorwerp.server.Api;
import org.voorwerp.server.challenge.pack.MemoryPack;
import org.voorwerp.server.challenge.pack.Zips;

/// A challenge built of a pack and published through the pages, with two teams and their submissions.
///
/// @param build of its pack
/// @param invitation to the participant's team
/// @param snapshot of its board
record Hosted(
        String slug,
        Api organiser,
        Api participant,
        String submission,
        String build,
        String invitation,
        String snapshot) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static MemoryPack pack(String slug) {
        return new MemoryPack().publishable().replacing("slug: small-mergers", "slug: " + slug);
    }

    static String freshSlug() {
        return "hosted-" + NUMBER.incrementAndGet();
    }

    static Hosted challenge() throws InterruptedException {
        var slug = freshSlug();
        var organiser = Api.organiser();
        var build = organiser
                .post(
                        "/api/challenges",
                        BodyPublishers.ofByteArray(Zips.of(pack(slug))),
                        "Content-Type",
                        "application/zip")
                .json()
                .get("id")
                .asText();
        for (int i = 0; i < 300 && organiser.get("/api/challenges/" + slug).status() != 200; i++) {
            Thread.sleep(100);
        }
        organiser.post("/api/challenges/" + slug + "/publish");
        var participant = Api.participant();
        var submission = send(participant, slug, 0.4);
        send(participant, slug, 0.3);
        send(Api.participant(), slug, 0.5);
        var invitation = participant
                .post("/api/challenges/" + slug + "/team/invitations")
                .json()
                .get("secret")
                .asText();
        var snapshot = organiser
                .post("/api/challenges/" + slug + "/snapshots")
                .json()
                .get("id")
                .asText();
        return new Hosted(slug, organiser, participant, submission, build, invitation, snapshot);
    }

    /// Sends the same number for every subject, and says which submission it became.
    private static String send(Api person, String slug, double value) {
        var answer = person.post(
                "/api/challenges/" + slug + "/submissions",
                BodyPublishers.ofString(file(slug, value)),
                "Content-Type",
                "text/csv",
                "Prefer",
                "wait=30");
        if (answer.status() != 201) {
            throw new AssertionError("not scored: " + answer);
        }
        return answer.json().get("id").asText();
    }

    /// A valid file.
    static String file(String slug, double value) {
        var rows = new ArrayList<String>();
        for (var line : Api.nobody()
                .get("/api/challenges/" + slug + "/files/sample_submission.csv")
                .text()
                .split("\n")) {
            rows.add(rows.isEmpty() ? line : line.substring(0, line.indexOf(',')) + "," + value);
        }
        return String.join("\n", rows) + "\n";
    }

    /// Pages that a stranger can open.
    List<String> open() {
        return List.of(
                "/",
                "/about",
                "/metrics",
                "/problems",
                "/problems/terms-not-accepted",
                "/client/",
                "/sign-in",
                "/register",
                "/mail/confirm/of-a-mail",
                "/mail/stop/of-a-mail",
                "/nothing-here",
                "/snapshots/" + snapshot,
                "/challenges/" + slug,
                "/challenges/" + slug + "/data",
                "/challenges/" + slug + "/data?file=test.csv&row=21&column=size",
                "/challenges/" + slug + "/rules",
                "/challenges/" + slug + "/leaderboard",
                "/challenges/" + slug + "/news",
                "/challenges/" + slug + "/submit",
                "/challenges/" + slug + "/join/" + invitation,
                "/challenges/" + slug + "/join/nothing",
                "/challenges/" + slug + "/enter/nothing",
                "/embed/challenges/" + slug + "/leaderboard");
    }

    /// Pages of the participant's own.
    List<String> own() {
        return List.of(
                "/account",
                "/challenges/" + slug + "/leaderboard",
                "/challenges/" + slug + "/submit",
                "/challenges/" + slug + "/submissions",
                "/challenges/" + slug + "/team",
                "/challenges/" + slug + "/webhooks",
                "/submissions/" + submission);
    }

    /// Pages of its organiser.
    List<String> organised() {
        return List.of(
                "/organise",
                "/organise/imports",
                "/organise/builds/" + build,
                "/challenges/" + slug + "/entry",
                "/challenges/" + slug + "/news",
                "/challenges/" + slug + "/report",
                "/challenges/" + slug + "/questions",
                "/challenges/" + slug + "/manage",
                "/submissions/" + submission);
    }
}
