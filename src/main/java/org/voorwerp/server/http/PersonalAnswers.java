package org.voorwerp.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// What is answered to somebody in particular is kept by no cache, unless the route says otherwise.
public class PersonalAnswers {

    @ServerResponseFilter
    public void keepOut(ContainerRequestContext request, ContainerResponseContext response) {
        boolean personal = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || !request.getCookies().isEmpty();
        if (personal && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
