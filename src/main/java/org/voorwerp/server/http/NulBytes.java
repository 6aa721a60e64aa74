package org.voorwerp.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses addresses with a NUL: nothing here has one in its name, and PostgreSQL takes none in a text.
public class NulBytes {

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
            throw new Invalid("The address holds a NUL (%00); nothing here has one in its name.");
        }
    }
}
