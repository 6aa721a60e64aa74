package org.voorwerp.server.leaderboard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.Api;
import org.voorwerp.server.SmallChallenge;

@QuarkusTest
class SnapshotTest {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    private Api owner;
    private SmallChallenge challenge;

    @BeforeEach
    void host() {
        owner = Api.organiser();
        challenge = SmallChallenge.of().ownedBy(owner.account).create();
    }

    private Api.Answer take(Api api, String query) {
        return api.post("/api/challenges/" + challenge.slug + "/snapshots" + query, BodyPublishers.noBody());
    }

    /// Verified by what RFC 8037 says of keys, and not by the server's own code.
    private static boolean verifies(JsonNode signed) throws GeneralSecurityException {
        var x = BASE64.decode(Api.nobody()
                .get("/api/snapshots/keys")
                .json()
                .get("keys")
                .get(0)
                .get("x")
                .asText());
        boolean odd = (x[31] & 0x80) != 0;
        x[31] &= 0x7f;
        var turned = new byte[32];
        for (int i = 0; i < 32; i++) {
            turned[i] = x[31 - i];
        }
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, turned))));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(
                (signed.get("protected").asText() + "." + signed.get("payload").asText())
                        .getBytes(StandardCharsets.US_ASCII));
        return signature.verify(BASE64.decode(signed.get("signature").asText()));
    }

    private static JsonNode payload(JsonNode signed) throws IOException {
        return new ObjectMapper().readTree(BASE64.decode(signed.get("payload").asText()));
    }

    @Test
    void aSnapshotStaysAsItWasAndItsSignatureHolds() throws Exception {
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(12, 3));
        var taken = take(owner, "");
        assertEquals(201, taken.status(), taken::toString);
        var address = taken.json().get("address").asText();
        var before = Api.nobody().get("/api" + address);
        hanny.scored(challenge, SmallChallenge.file(18, 3));
        var after = Api.nobody().get("/api" + address);
        assertEquals(before.text(), after.text());
        assertTrue(verifies(after.json()));
        var board = payload(after.json()).get("board");
        assertEquals(
                0.6,
                board.get("rows")
                        .get(0)
                        .get("scores")
                        .get("test-agreement")
                        .get("value")
                        .asDouble());
        assertEquals(
                64,
                payload(after.json()).get("commitment").get("truth").asText().length());
        var changed = after.text().replaceFirst("\"payload\":\"e", "\"payload\":\"f");
        assertFalse(verifies(new ObjectMapper().readTree(changed)));
        var page = Api.nobody().get(address, "Accept", "text/html");
        assertEquals(200, page.status(), page::toString);
        assertTrue(page.text().contains(hanny.handle) && page.text().contains("0.6000"), page::text);
        var listed = Api.nobody()
                .get("/api/challenges/" + challenge.slug + "/snapshots")
                .json();
        assertEquals(address, listed.get(0).get("address").asText());
    }

    @Test
    void whatIsNotShownToEverybodyCannotBeFrozen() {
        assertEquals(400, take(owner, "?part=private").status());
        assertEquals(403, take(Api.participant(), "").status());
    }

    @Test
    void whoeverIsDeletedIsGoneFromSnapshotsToo() throws Exception {
        var hanny = Api.participant();
        hanny.scored(challenge, SmallChallenge.file(12, 3));
        var ruled =
                hanny.scored(challenge, SmallChallenge.file(19, 3)).get("id").asText();
        owner.postJson("/api/submissions/" + ruled + "/disqualify", "{\"reason\": \"It was looked up.\"}");
        // Of somebody else it stays.
        var bill = Api.participant();
        var other = bill.scored(challenge, SmallChallenge.file(20, 3)).get("id").asText();
        owner.postJson("/api/submissions/" + other + "/disqualify", "{\"reason\": \"That, too.\"}");
        var address = take(owner, "").json().get("address").asText();
        var gone = hanny.postJson("/api/accounts/me/deletion", "{\"handle\": \"" + hanny.handle + "\"}");
        assertEquals(200, gone.status(), gone::toString);
        var signed = Api.nobody().get("/api" + address).json();
        assertTrue(verifies(signed));
        var team = payload(signed).get("board").get("rows").get(0).get("team").asText();
        assertTrue(team.startsWith("participant-"), team);
        var disqualified = payload(signed).get("board").get("disqualified");
        assertEquals(2, disqualified.size(), disqualified::toString);
        assertEquals(bill.handle, disqualified.get(0).get("team").asText());
        assertEquals(team, disqualified.get(1).get("team").asText());
        assertFalse(payload(signed).toString().contains(hanny.handle), "nowhere");
    }

    /// Of names of teams, too, case does not count.
    @Test
    void whoeverIsDeletedIsGoneFromSnapshotsInCapitalsToo() throws Exception {
        var hanny = Api.participant();
        var capitals = hanny.handle.toUpperCase(Locale.ROOT);
        var made = hanny.postJson("/api/challenges/" + challenge.slug + "/team", "{\"name\": \"" + capitals + "\"}");
        assertEquals(201, made.status(), made::toString);
        hanny.scored(challenge, SmallChallenge.file(12, 3));
        var address = take(owner, "").json().get("address").asText();
        var before = payload(Api.nobody().get("/api" + address).json());
        assertEquals(capitals, before.at("/board/rows/0/team").asText());
        var gone = hanny.postJson("/api/accounts/me/deletion", "{\"handle\": \"" + hanny.handle + "\"}");
        assertEquals(200, gone.status(), gone::toString);
        var after = payload(Api.nobody().get("/api" + address).json());
        assertEquals(
                gone.json().get("pseudonym").asText(),
                after.at("/board/rows/0/team").asText());
        assertFalse(after.toString().contains(capitals), "nowhere");
    }
}
