package org.voorwerp.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/// Whether a request was made here, or caused by another site. A browser sends its cookies along with both; those of
/// the
/// second kind that change something are not the person's. Browsers say where a request comes from (Fetch Metadata, and
/// Origin before that).
public final class SameSite {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameSite() {}

    /// Whether a session may stand for the person in this request: if it only reads, or was made here.
    public static boolean maySpeak(RoutingContext request) {
        return SAFE.contains(request.request().method()) || madeHere(request);
    }

    /// Whether the browser says that the request was made here, or by the person directly.
    public static boolean madeHere(RoutingContext request) {
        var site = request.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = request.request().getHeader("Origin");
        var authority = request.request().authority();
        return origin != null
                && authority != null
                && origin.substring(origin.indexOf("://") + 3).equalsIgnoreCase(authority.toString());
    }
}
