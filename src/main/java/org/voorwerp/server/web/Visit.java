package org.voorwerp.server.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.signin.Arrival;
import org.voorwerp.server.account.signin.SignInMode;
import org.voorwerp.server.http.Forbidden;

/// Who looks at which page.
@RequestScoped
public class Visit {

    private static final String SUBTITLE = "Machine-learning challenges whose truth is what volunteers saw.";

    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final Arrival arrival;
    private final SignInMode mode;

    Visit(SecurityIdentity identity, RoutingContext request, Arrival arrival, SignInMode mode) {
        this.identity = identity;
        this.request = request;
        this.arrival = arrival;
        this.mode = mode;
    }

    public Optional<Caller> caller() {
        return Caller.of(identity);
    }

    /// The caller of a page that nobody but people signed in can see.
    public Caller signedIn() {
        return caller().orElseThrow();
    }

    public Frame frame(String title, Frame.Section section) {
        return new Frame(
                title,
                SUBTITLE,
                section,
                caller().map(Caller::handle).orElse(null),
                caller().filter(Caller::mayOrganise).isPresent(),
                arrival.newcomer().isPresent(),
                mode.throughKeycloak(),
                path(),
                false);
    }

    public RoutingContext request() {
        return request;
    }

    /// The address up to the path, for lines that are copied into a shell.
    public String origin() {
        return scheme() + "://" + request.request().authority();
    }

    public boolean isEncrypted() {
        return scheme().equals("https");
    }

    /// Path and query, encoded to stand in a query itself.
    private String path() {
        return URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8);
    }

    private String scheme() {
        return request.request().isSSL()
                ? "https"
                : String.valueOf(request.request().scheme());
    }

    /// Refuses what another site made the browser send. A session is protected from that already, but the forms by
    /// which one begins have none yet: somebody could be signed in as somebody else without noticing.
    ///
    /// @throws Forbidden if the browser says that the request comes from elsewhere
    public void mustComeFromHere() {
        var site = request.request().getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Forbidden("This form was sent from another site. Open it here and send it again.");
        }
        var origin = request.request().getHeader("Origin");
        if (site == null && origin != null && !origin.equalsIgnoreCase(origin())) {
            throw new Forbidden("This form was sent from another site. Open it here and send it again.");
        }
    }
}
