package org.voorwerp.server.account.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.http.Stranger;

/// What Keycloak had to do with a request, whether or not it is somebody's in the end.
@RequestScoped
public class Arrival implements Stranger {

    private static final String PERSON = Arrival.class.getName() + ".person";
    private static final String NEWCOMER = Arrival.class.getName() + ".newcomer";
    private static final String ENDED = Arrival.class.getName() + ".ended";
    private static final String FAULT = Arrival.class.getName() + ".fault";

    private final RoutingContext request;

    Arrival(RoutingContext request) {
        this.request = request;
    }

    /// Whom Keycloak vouches for, with an account here or without.
    public Optional<KeycloakPerson> person() {
        return Optional.ofNullable(request.get(PERSON));
    }

    /// Whom Keycloak vouches for, and who has no account yet.
    public Optional<KeycloakPerson> newcomer() {
        return person().filter(person -> Boolean.TRUE.equals(request.get(NEWCOMER)));
    }

    /// Whether the session was ended here, but Keycloak still has it: a sign-out that was broken off halfway.
    public boolean isAfterTheEnd() {
        return Boolean.TRUE.equals(request.get(ENDED));
    }

    /// Why somebody could not be signed in.
    public Optional<Refusal> fault() {
        return Optional.ofNullable(request.get(FAULT));
    }

    @Override
    public Optional<Refusal> why() {
        return fault().or(() -> newcomer().map(newcomer -> new HandleRequired()));
    }

    static void of(RoutingContext request, KeycloakPerson person, boolean newcomer) {
        request.put(PERSON, person).put(NEWCOMER, newcomer);
    }

    static void afterTheEnd(RoutingContext request) {
        request.put(ENDED, true);
    }

    static void failed(RoutingContext request, @Nullable Refusal fault) {
        request.put(FAULT, fault);
    }
}
