package org.voorwerp.server.account.signin;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Asks whether Keycloak answers, before a browser is sent there: Quarkus asks it only once the browser comes back, and
/// who is sent to a Keycloak that is down never does.
@Singleton
class KeycloakProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String METADATA = "/.well-known/openid-configuration";

    private final Optional<String> server;
    private final boolean behindProxy;

    KeycloakProbe(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server,
            @ConfigProperty(name = "quarkus.oidc.proxy.host") Optional<String> proxy) {
        this.server = server;
        this.behindProxy = proxy.isPresent();
    }

    /// Whether there is certainly no answer: no connection, none in time, or an error of Keycloak's own, or of the
    /// proxy before it. In doubt the browser is sent there.
    boolean isDown() {
        if (behindProxy || server.isEmpty()) {
            return false;
        }
        var request = HttpRequest.newBuilder(URI.create(server.get().replaceFirst("/+$", "") + METADATA))
                .timeout(PATIENCE)
                .build();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return http.send(request, BodyHandlers.discarding()).statusCode() >= 500;
        } catch (SSLException e) {
            // Somebody is there; whom to trust is Quarkus' affair.
            return false;
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
