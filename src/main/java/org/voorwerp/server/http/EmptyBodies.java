package org.voorwerp.server.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/// Where a JSON body may be left out, `curl -X POST` without anything must do: what has no body needs no Content-Type.
public class EmptyBodies {

    private static final int BEFORE_ROUTING = 900;
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    void register(@Observes Filters filters) {
        filters.register(EmptyBodies::describe, BEFORE_ROUTING);
    }

    private static void describe(RoutingContext context) {
        var request = context.request();
        if (WITH_BODY.contains(request.method()) && context.normalizedPath().startsWith("/api/") && isEmpty(request)) {
            request.headers().set("Content-Type", "application/json");
        }
        context.next();
    }

    private static boolean isEmpty(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return request.getHeader("Content-Type") == null
                && request.getHeader("Transfer-Encoding") == null
                && (length == null || length.equals("0"));
    }
}
