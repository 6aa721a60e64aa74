package org.voorwerp.server.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.PackagedServer;

/// A real Keycloak with the shipped realm, a few people and clients in it for the tests, and the packaged server that
/// signs people in through it. Both are started once, by the first test that needs them.
final class KeycloakSite {

    /// How long tokens for the pages live here, so that a refresh does not keep a test waiting.
    static final Duration TOKENS_LIVE = Duration.ofSeconds(8);

    private static final Path REALM = Path.of("..", "docker", "keycloak", "voorwerp-realm.json");
    private static final String CLIENT_SECRET = "the-secret-of-the-client-voorwerp-in-tests";
    private static final String INVITATIONS_SECRET = "the-secret-of-the-invitations-in-tests";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static @Nullable KeycloakSite site;

    final Forwarder line;
    final MailSink mail;
    private final String keycloak;
    private final PackagedServer server;

    private KeycloakSite(Path home) throws IOException, InterruptedException {
        int behind = freePort();
        int port = freePort();
        int http = freePort();
        mail = new MailSink();
        keycloak = "http://localhost:" + port;
        line = new Forwarder(port, behind);
        line.connect();
        startKeycloak(home, behind, "http://localhost:" + http);
        server = PackagedServer.start(http, Files.createTempDirectory("voorwerp-keycloak"), options());
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeServer));
    }

    /// The running site; the test is skipped, saying so, where there is no Keycloak.
    static synchronized KeycloakSite get() throws IOException, InterruptedException {
        var home = System.getProperty("keycloak.home");
        if (home == null) {
            System.out.println("Tests of signing in through Keycloak are skipped: run them with -Pkeycloak.");
        }
        assumeTrue(home != null, "there is no Keycloak");
        if (site == null) {
            site = new KeycloakSite(Path.of(home).toAbsolutePath().normalize());
        }
        return site;
    }

    String address() {
        return server.address();
    }

    PackagedServer server() {
        return server;
    }

    String keycloak() {
        return keycloak;
    }

    static String password(String name) {
        return name + "-has-a-password";
    }

    /// Options by which a server signs people in here.
    String[] options() {
        return new String[] {
            "-Dquarkus.http.proxy.proxy-address-forwarding=true",
            "-Dquarkus.oidc.tenant-enabled=true",
            "-Dquarkus.oidc.auth-server-url=" + keycloak + "/realms/voorwerp",
            "-Dquarkus.oidc.credentials.secret=" + CLIENT_SECRET,
            "-Dquarkus.keycloak.admin-client.server-url=" + keycloak,
            "-Dquarkus.keycloak.admin-client.client-secret=" + INVITATIONS_SECRET
        };
    }

    /// An access token, as a program gets one.
    String accessToken(String name) throws IOException, InterruptedException {
        return tokens("voorwerp", "voorwerp-cli", name).get("access_token").asText();
    }

    /// What Keycloak gives for a password.
    JsonNode tokens(String realm, String client, String name) throws IOException, InterruptedException {
        return post(
                "/realms/" + realm + "/protocol/openid-connect/token",
                "grant_type=password&scope=openid&client_id=" + client + "&username=" + name + "&password="
                        + password(name));
    }

    /// Asks or tells Keycloak as its administrator.
    JsonNode administer(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        var token = post(
                "/realms/master/protocol/openid-connect/token",
                "grant_type=password&client_id=admin-cli&username=boot&password=boot");
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/voorwerp" + path))
                        .header(
                                "Authorization",
                                "Bearer " + token.get("access_token").asText())
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer::body);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    /// The subject of somebody at Keycloak.
    String subject(String name) throws IOException, InterruptedException {
        return administer("GET", "/users?exact=true&username=" + name, null)
                .at("/0/id")
                .asText();
    }

    /// Gives or takes a role of the realm, by POST or DELETE.
    void role(String method, String name, String role) throws IOException, InterruptedException {
        var representation = administer("GET", "/roles/" + role, null);
        administer(method, "/users/" + subject(name) + "/role-mappings/realm", List.of(representation));
    }

    private JsonNode post(String path, String form) throws IOException, InterruptedException {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
        return JSON.readTree(answer.body());
    }

    private void startKeycloak(Path home, int port, String address) throws IOException, InterruptedException {
        var folder = Files.createDirectories(home.resolve("data").resolve("import"));
        JSON.writeValue(folder.resolve("voorwerp-realm.json").toFile(), voorwerp());
        JSON.writeValue(folder.resolve("elsewhere-realm.json").toFile(), elsewhere());
        var console = Files.createTempFile("keycloak-console", ".log");
        var builder = new ProcessBuilder(
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--import-realm",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile());
        home.resolve("bin").resolve("kc.sh").toFile().setExecutable(true);
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "boot");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "boot");
        environment.put("VOORWERP_ADDRESS", address);
        environment.put("VOORWERP_CLIENT_SECRET", CLIENT_SECRET);
        environment.put("VOORWERP_INVITATIONS_SECRET", INVITATIONS_SECRET);
        environment.put("VOORWERP_SMTP_HOST", "localhost");
        environment.put("VOORWERP_SMTP_PORT", String.valueOf(mail.port()));
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }));
        var deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (!isUp()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Keycloak did not start; it printed:\n" + Files.readString(console));
            }
            Thread.sleep(300);
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            var wellKnown = URI.create(keycloak + "/realms/voorwerp/.well-known/openid-configuration");
            return HTTP.send(HttpRequest.newBuilder(wellKnown).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode voorwerp() throws IOException {
        var realm = (ObjectNode) JSON.readTree(REALM.toFile());
        for (var client : realm.withArray("clients")) {
            if (client.get("clientId").asText().equals("voorwerp-cli")) {
                ((ObjectNode) client).put("directAccessGrantsEnabled", true);
            }
            if (client.get("clientId").asText().equals("voorwerp")) {
                ((ObjectNode) client.get("attributes"))
                        .put("access.token.lifespan", String.valueOf(TOKENS_LIVE.toSeconds()));
            }
        }
        realm.withArray("clients").add(publicClient("another"));
        for (var name : List.of(
                "hanny", "kevin", "bill", "chris", "karen", "lucy", "jordan", "steven", "olga", "oscar", "ada")) {
            realm.withArray("users").add(person(name, true));
        }
        realm.withArray("users").add(person("mallory", false));
        for (var organiser : List.of("olga", "oscar")) {
            find(realm, organiser).putArray("realmRoles").add("organiser");
        }
        find(realm, "ada").putArray("realmRoles").add("admin");
        return realm;
    }

    private static ObjectNode find(ObjectNode realm, String name) {
        for (var user : realm.withArray("users")) {
            if (user.get("username").asText().equals(name)) {
                return (ObjectNode) user;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /// Another realm of the same Keycloak, whose tokens say that they are for us.
    private static JsonNode elsewhere() {
        var realm = JSON.createObjectNode().put("realm", "elsewhere").put("enabled", true);
        var client = publicClient("voorwerp");
        var mapper = client.putArray("protocolMappers").addObject();
        mapper.put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.client.audience", "voorwerp")
                .put("access.token.claim", "true");
        realm.putArray("clients").add(client);
        realm.putArray("users").add(person("hanny", true));
        return realm;
    }

    private static ObjectNode publicClient(String name) {
        return JSON.createObjectNode()
                .put("clientId", name)
                .put("enabled", true)
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true);
    }

    private static ObjectNode person(String name, boolean verified) {
        var person = JSON.createObjectNode()
                .put("username", name)
                .put("enabled", true)
                .put("email", name + "@example.org")
                .put("emailVerified", verified)
                .put("firstName", name)
                .put("lastName", "Tester");
        person.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password(name))
                .put("temporary", false);
        return person;
    }

    private void closeServer() {
        try {
            server.close();
        } catch (IOException | IllegalStateException e) {
            System.err.println(e.getMessage());
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
