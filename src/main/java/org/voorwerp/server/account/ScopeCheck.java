package org.voorwerp.server.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Turns away what a token's scopes do not cover, before the operation sees it. What an organiser may see beyond others
/// is held by [Caller] besides: a token without [Scope#ORGANISE] is no organiser's.
public class ScopeCheck {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SecurityIdentity identity;

    ScopeCheck(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo operation) {
        var needed = needed(request.getMethod(), operation);
        Caller.of(identity).filter(caller -> !caller.may(needed)).ifPresent(caller -> {
            throw new ScopeMissing(needed, caller);
        });
    }

    private static Scope needed(String method, ResourceInfo operation) {
        var ofOperation = operation.getResourceMethod().getAnnotation(Needs.class);
        var ofResource = operation.getResourceClass().getAnnotation(Needs.class);
        if (ofOperation != null) {
            return ofOperation.value();
        }
        if (ofResource != null) {
            return ofResource.value();
        }
        return SAFE.contains(method) ? Scope.READ : Scope.SUBMIT;
    }
}
