package org.voorwerp.server.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What browsers must not do with anything sent from here: run scripts from elsewhere or written into a page, be
/// framed, guess media types, tell others where they came from, keep a page for somebody else.
public class SecurityHeaders {

    /// Under this address, and no other, pages may be framed.
    public static final String FRAMED_PATH = "/embed/";

    /// `connect-src` is for the progress of an upload and for watching a submission; fonts are our own.
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    /// The same for the boards that other sites may frame.
    private static final String FRAMED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *");

    private static final int BEFORE_EVERYTHING = 1000;

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, BEFORE_EVERYTHING);
    }

    /// Pages change, and show one person what is not for the next.
    @ServerResponseFilter
    public void askAgain(ContainerResponseContext response) {
        if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            response.getHeaders().computeIfAbsent("Cache-Control", name -> List.of("private, no-cache"));
        }
    }

    private static void add(RoutingContext request) {
        // Quarkus' own pages in dev mode are not ours to forbid.
        if (!request.normalizedPath().startsWith("/q/")) {
            request.response()
                    .putHeader(
                            "Content-Security-Policy",
                            request.normalizedPath().startsWith(FRAMED_PATH) ? FRAMED : POLICY)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    // Not no-referrer: with that, browsers hide the origin of forms, by which ours are known.
                    .putHeader("Referrer-Policy", "same-origin");
        }
        request.next();
    }
}
