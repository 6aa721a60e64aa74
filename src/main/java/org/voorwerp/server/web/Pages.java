package org.voorwerp.server.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Answers with pages about one person.
public final class Pages {

    private Pages() {}

    /// Never kept by caches: it may show a secret, and is about one person.
    public static Response answer(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
