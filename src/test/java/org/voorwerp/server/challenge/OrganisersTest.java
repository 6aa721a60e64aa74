package org.voorwerp.server.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class OrganisersTest {

    @Test
    void whoIsAskedAndAgreesOrganises() {
        var owner = Api.organiser();
        var draft = SmallChallenge.of().draftOf(owner.account).create();
        var path = "/api/challenges/" + draft.slug + "/organisers";
        var bill = Api.participant();
        assertEquals(404, bill.post(path + "/acceptance").status());
        var asked = owner.postJson(path, "{\"handle\": \"" + bill.handle + "\"}");
        assertEquals(201, asked.status(), asked::toString);
        assertTrue(asked.json().get(1).get("since").isNull());
        assertEquals(404, bill.get("/api/challenges/" + draft.slug).status(), "asked is not agreed");
        assertEquals(200, bill.post(path + "/acceptance").status());
        assertEquals(200, bill.get("/api/challenges/" + draft.slug).status());
        assertEquals(200, bill.get("/api/challenges/" + draft.slug + "/report").status());
        assertEquals(200, bill.get(Api.submissions(draft) + "?all=true").status());
        assertEquals(
                200, bill.post("/api/challenges/" + draft.slug + "/publish").status());
        var hanny = Api.participant();
        var id = hanny.scored(draft, SmallChallenge.file(4, 4)).get("id").asText();
        assertEquals(200, bill.get("/api/submissions/" + id).status());

        assertEquals(403, hanny.get(path).status());
        assertEquals(
                403,
                hanny.postJson(path, "{\"handle\": \"" + hanny.handle + "\"}").status());
        assertEquals(400, bill.delete(path + "/" + owner.handle).status(), "the owner stays");
        assertEquals(204, owner.delete(path + "/" + bill.handle).status());
        assertEquals(403, bill.get(path).status());
        assertEquals(404, bill.get("/api/submissions/" + id).status());
        assertEquals(404, owner.delete(path + "/" + bill.handle).status());
        assertEquals(404, owner.postJson(path, "{\"handle\": \"nobody-here\"}").status());
    }

    @Test
    void anOrganiserMayLeave() {
        var owner = Api.organiser();
        var challenge = SmallChallenge.of().ownedBy(owner.account).create();
        var path = "/api/challenges/" + challenge.slug + "/organisers";
        var bill = Api.participant();
        owner.postJson(path, "{\"handle\": \"" + bill.handle + "\"}");
        assertEquals(403, bill.delete(path + "/" + bill.handle).status());
        bill.post(path + "/acceptance");
        assertEquals(204, bill.delete(path + "/" + bill.handle).status());
        assertEquals(1, owner.get(path).json().size());
    }
}
