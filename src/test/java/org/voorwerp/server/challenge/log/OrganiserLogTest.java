package org.voorwerp.server.challenge.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

/// Whatever organisers do to a challenge is told to all of them.
@QuarkusTest
class OrganiserLogTest {

    private Api organiser;
    private String path;

    @BeforeEach
    void somebodyOrganises() {
        organiser = Api.organiser();
        path = "/api/challenges/"
                + SmallChallenge.of().ownedBy(organiser.account).create().slug;
    }

    /// Action and subject of each line, the first first.
    private List<String> log() {
        var lines = new ArrayList<String>();
        for (var line : organiser.get(path + "/log").json()) {
            lines.addFirst(
                    line.get("action").asText() + ": " + line.get("subject").asText());
        }
        return lines;
    }

    @Test
    void whoIsLetInIsLogged() {
        var hanny = Api.participant();
        assertEquals(
                204,
                organiser
                        .post(path + "/entry/requests/" + hanny.handle + "/admit")
                        .status());
        assertEquals(
                204,
                organiser
                        .postJson(path + "/entry/requests/" + hanny.handle + "/refuse", "{\"reason\": \"a robot\"}")
                        .status());
        var link = organiser.post(path + "/entry/invitations");
        assertEquals(201, link.status(), link::toString);
        var id = link.json().get("id").asText();
        assertEquals(204, organiser.delete(path + "/entry/invitations/" + id).status());
        assertEquals(
                List.of(
                        "participant admitted: " + hanny.handle,
                        "participant refused: " + hanny.handle,
                        "entry link made: " + id,
                        "entry link revoked: " + id),
                log());
        var refused = organiser.get(path + "/log").json().get(2);
        assertEquals("a robot", refused.get("detail").asText());
        assertEquals(organiser.handle, refused.get("by").asText());
        // The log cannot be changed, so what it says of a person goes by the account.
        hanny.postJson("/api/accounts/me/deletion", "{\"handle\": \"" + hanny.handle + "\"}");
        assertFalse(organiser.get(path + "/log").text().contains(hanny.handle));
    }

    @Test
    void whatIsTakenAwayIsLogged() {
        assertEquals(
                204,
                organiser
                        .put(
                                path + "/pages/rules",
                                BodyPublishers.ofString("One team."),
                                "Content-Type",
                                "text/markdown")
                        .status());
        assertEquals(204, organiser.delete(path + "/pages/rules").status());
        var told = organiser.postJson(path + "/announcements", "{\"title\": \"Mended\", \"markdown\": \"It is.\"}");
        var id = told.json().get("id").asText();
        assertEquals(204, organiser.delete(path + "/announcements/" + id).status());
        var bill = Api.organiser();
        organiser.postJson(path + "/organisers", "{\"handle\": \"" + bill.handle + "\"}");
        assertEquals(200, bill.post(path + "/organisers/acceptance").status());
        assertEquals(204, organiser.delete(path + "/organisers/" + bill.handle).status());
        // What was refused, or changed nothing, did not happen.
        assertEquals(404, organiser.delete(path + "/announcements/" + id).status());
        assertEquals(404, organiser.delete(path + "/organisers/" + bill.handle).status());
        assertEquals(
                List.of(
                        "page changed: rules",
                        "page removed: rules",
                        "announced: " + id,
                        "announcement taken back: " + id,
                        "organiser asked: " + bill.handle,
                        "organiser agreed: " + bill.handle,
                        "organiser removed: " + bill.handle),
                log());
    }
}
