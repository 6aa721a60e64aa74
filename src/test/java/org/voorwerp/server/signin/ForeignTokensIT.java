package org.voorwerp.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Access tokens at the API: those of Keycloak for us, and all the others.
class ForeignTokensIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeycloakSite site;

    @BeforeEach
    void begin() throws Exception {
        site = KeycloakSite.get();
    }

    @Test
    void anAccessTokenOpensTheApiOnceItsOwnerHasAHandle() throws Exception {
        var token = site.accessToken("lucy");
        var stranger = me(token);
        assertEquals(403, stranger.statusCode());
        assertEquals(
                "/problems/handle-required",
                JSON.readTree(stranger.body()).get("type").asText());
        // What everybody sees, she sees, too.
        assertEquals(200, get("/api/challenges", token).statusCode());
        assertEquals(401, register("", "nobody-at-all").statusCode());
        assertEquals(400, register(token, "luсy").statusCode(), "with a Cyrillic letter");
        assertEquals(400, register(token, "ｌucy").statusCode(), "with a wide letter");
        assertEquals(201, register(token, "lucy-of-keycloak").statusCode());
        assertEquals(409, register(token, "lucy-again").statusCode(), "one person, one account");
        assertEquals(
                409, register(site.accessToken("chris"), "Lucy_0f_Keycl0ak").statusCode(), "taken for lucy");
        var me = JSON.readTree(me(token).body());
        assertEquals("lucy-of-keycloak", me.get("handle").asText());
        assertEquals("participant", me.get("role").asText());
    }

    @Test
    void aTokenThatIsNotForUsOpensNothing() throws Exception {
        refused(site.tokens("voorwerp", "another", "lucy").get("access_token").asText(), "of another client");
        refused(
                site.tokens("elsewhere", "voorwerp", "hanny")
                        .get("access_token")
                        .asText(),
                "of another realm");
        var own = site.tokens("voorwerp", "voorwerp-cli", "lucy");
        refused(own.get("id_token").asText(), "an ID token");
        refused(own.get("refresh_token").asText(), "a refresh token");
    }

    @Test
    void aTokenThatSomebodyElseHasMadeOpensNothing() throws Exception {
        var real = site.accessToken("lucy");
        var parts = real.split("\\.");
        var claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        claims.putObject("realm_access").putArray("roles").add("admin");
        var body = encoded(claims);
        var kid = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]))
                .get("kid")
                .asText();

        refused(parts[0] + "." + body + "." + parts[2], "changed");
        refused(real.substring(0, real.lastIndexOf('.') + 1), "without its signature");
        for (var none : List.of("none", "None", "NONE")) {
            refused(encoded(header(none, kid)) + "." + body + ".", "unsigned, " + none);
        }
        // Signed with the public key, as if it were a secret that both sides know.
        var key = publicKey(kid);
        for (var secret : List.of(
                key.get("n").asText().getBytes(StandardCharsets.US_ASCII),
                Base64.getUrlDecoder().decode(key.get("n").asText()),
                key.get("x5c").get(0).asText().getBytes(StandardCharsets.US_ASCII))) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var signed = encoded(header("HS256", kid)) + "." + body;
            refused(signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))), "by HS256");
        }
        // Signed properly, with a key of one's own, which the token itself brings or names.
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        for (var header : List.of(
                header("RS256", kid),
                header("RS256", "mine"),
                header("RS256", kid).put("jku", "http://localhost:1/keys"),
                header("RS256", kid)
                        .set(
                                "jwk",
                                JSON.createObjectNode()
                                        .put("kty", "RSA")
                                        .put("e", "AQAB")
                                        .put(
                                                "n",
                                                base64(((java.security.interfaces.RSAPublicKey) pair.getPublic())
                                                        .getModulus()
                                                        .toByteArray()))))) {
            var signed = encoded(header) + "." + body;
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            refused(signed + "." + base64(signature.sign()), "by a key of one's own: " + header);
        }
        for (var junk : List.of("x", "a.b.c", "..", "eyJ.eyJ.", "vw_", real + "x")) {
            refused(junk, junk);
        }
    }

    @Test
    void aTokenOpensNothingBeforeAndAfterItsTime() throws Exception {
        site.administer("PUT", "", JSON.createObjectNode().put("accessTokenLifespan", 2));
        try {
            var token = site.accessToken("lucy");
            var ends = claims(token).get("exp").asLong();
            while (Instant.now().getEpochSecond() <= ends) {
                Thread.sleep(200);
            }
            refused(token, "expired");
        } finally {
            site.administer("PUT", "", JSON.createObjectNode().put("accessTokenLifespan", 300));
        }
        // Keycloak's own key, and a time to come: what Keycloak would sign, it is made to sign.
        var mapper = JSON.createObjectNode()
                .put("name", "later")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        mapper.putObject("config")
                .put("claim.name", "nbf")
                .put("claim.value", String.valueOf(Instant.now().getEpochSecond() + 3600))
                .put("jsonType.label", "long")
                .put("access.token.claim", "true");
        var cli = site.administer("GET", "/clients?clientId=voorwerp-cli", null)
                .at("/0/id")
                .asText();
        var mappers = "/clients/" + cli + "/protocol-mappers/models";
        site.administer("POST", mappers, mapper);
        try {
            var token = site.accessToken("lucy");
            assertTrue(claims(token).path("nbf").asLong() > Instant.now().getEpochSecond(), claims(token)::toString);
            refused(token, "not valid yet");
        } finally {
            for (var one : site.administer("GET", mappers, null)) {
                if (one.get("name").asText().equals("later")) {
                    site.administer("DELETE", mappers + "/" + one.get("id").asText(), null);
                }
            }
        }
    }

    private void refused(String token, String why) throws Exception {
        for (var path : List.of("/api/accounts/me", "/api/challenges")) {
            var answer = get(path, token);
            assertEquals(401, answer.statusCode(), why + ": " + answer.body());
            assertTrue(answer.body().contains("/problems/"), why);
        }
    }

    private JsonNode publicKey(String kid) throws Exception {
        var keys = HTTP.send(
                HttpRequest.newBuilder(URI.create(site.keycloak() + "/realms/voorwerp/protocol/openid-connect/certs"))
                        .build(),
                BodyHandlers.ofString());
        for (var key : JSON.readTree(keys.body()).get("keys")) {
            if (key.get("kid").asText().equals(kid)) {
                return key;
            }
        }
        throw new AssertionError("no key " + kid);
    }

    private HttpResponse<String> me(String token) throws Exception {
        return get("/api/accounts/me", token);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(site.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> register(String token, String handle) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(site.address() + "/api/accounts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"handle\": \"" + handle + "\"}"));
        return HTTP.send(
                token.isEmpty()
                        ? request.build()
                        : request.header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static ObjectNode header(String algorithm, String kid) {
        return JSON.createObjectNode().put("alg", algorithm).put("typ", "JWT").put("kid", kid);
    }

    private static String encoded(JsonNode json) throws Exception {
        return base64(JSON.writeValueAsBytes(json));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
