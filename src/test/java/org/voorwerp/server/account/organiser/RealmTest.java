package org.voorwerp.server.account.organiser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.voorwerp.server.http.Refusal;

/// What is left at Keycloak of an invitation that fails. In Keycloak's place stands a server that answers as it would.
@QuarkusTest
class RealmTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int onCreation = 201;
    private int onMail = 204;
    private int onRemoval = 204;
    private HttpServer server;
    private Realm realm;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var address = "http://localhost:" + server.getAddress().getPort();
        realm = new Realm(
                only(Keycloak.getInstance(address, "voorwerp", "voorwerp-invitations", "token")),
                Optional.of(address),
                "voorwerp");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whoIsInvitedStays() {
        assertEquals("bill", realm.invite("bill@example.org", "organiser"));
        assertEquals(List.of(), removals());
    }

    @Test
    void anAddressThatKeycloakDoesNotTakeIsTheCallersMistake() {
        onCreation = 400;
        var refusal = assertThrows(Refusal.class, () -> realm.invite("bill@example.org", "organiser"));
        assertEquals(400, refusal.status());
        assertEquals(List.of(), removals());
    }

    @Test
    void whoCannotBeInvitedIsRemovedWhateverTheReason() {
        for (int status : new int[] {400, 403, 500}) {
            asked.clear();
            onMail = status;
            var refusal = assertThrows(Refusal.class, () -> realm.invite("bill@example.org", "organiser"));
            assertEquals(status == 400 ? 400 : 503, refusal.status());
            assertEquals(List.of("DELETE /admin/realms/voorwerp/users/bill"), removals(), "after " + status);
        }
    }

    @Test
    void aRemovalThatFailsDoesNotHideWhy() {
        onMail = 400;
        onRemoval = 500;
        var refusal = assertThrows(Refusal.class, () -> realm.invite("bill@example.org", "organiser"));
        assertEquals(400, refusal.status());
    }

    private List<String> removals() {
        return asked.stream().filter(line -> line.startsWith("DELETE")).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var method = exchange.getRequestMethod();
            asked.add(method + " " + path);
            exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/users")) {
                exchange.getResponseHeaders().add("Location", "http://localhost" + path + "/bill");
                exchange.sendResponseHeaders(onCreation, -1);
            } else if (path.endsWith("/roles/organiser")) {
                var role = "{\"id\": \"1\", \"name\": \"organiser\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, role.length);
                exchange.getResponseBody().write(role);
            } else if (path.endsWith("/execute-actions-email")) {
                exchange.sendResponseHeaders(onMail, -1);
            } else {
                exchange.sendResponseHeaders(method.equals("DELETE") ? onRemoval : 204, -1);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Instance<Keycloak> only(Keycloak keycloak) {
        return (Instance<Keycloak>) Proxy.newProxyInstance(
                RealmTest.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("get")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return keycloak;
                });
    }
}
