package org.voorwerp.server.account.organiser;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserRepresentation;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.Refusal;

/// Keycloak's side of it: people and the role they have, through Keycloak's admin client.
@ApplicationScoped
class Realm {

    private static final Logger LOG = Logger.getLogger(Realm.class);
    private static final int MOST = 1000;
    private static final Duration LINK_HOLDS = Duration.ofDays(7);
    private static final List<String> TO_DO = List.of("VERIFY_EMAIL", "UPDATE_PROFILE", "UPDATE_PASSWORD");

    private final Instance<Keycloak> keycloak;
    private final Optional<String> address;
    private final String name;

    Realm(
            Instance<Keycloak> keycloak,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.server-url") Optional<String> address,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.realm") String name) {
        this.keycloak = keycloak;
        this.address = address;
        this.name = name;
    }

    List<UserRepresentation> members(String role) {
        return ask(realm -> realm.roles().get(role).getUserMembers(0, MOST));
    }

    Optional<UserRepresentation> byAddress(String mail) {
        return ask(realm -> realm.users().searchByEmail(mail, true)).stream().findFirst();
    }

    /// @throws RealmRefusal if the role includes others: who gives it would give those
    void requirePlain(String role) {
        var included = ask(realm -> realm.roles().get(role).getRoleComposites());
        if (!included.isEmpty()) {
            throw RealmRefusal.roleTooWide(role, included.iterator().next().getName());
        }
    }

    void give(String subject, String role) {
        ask(realm -> {
            var wanted = realm.roles().get(role).toRepresentation();
            realm.users().get(subject).roles().realmLevel().add(List.of(wanted));
            return subject;
        });
    }

    void take(String subject, String role) {
        ask(realm -> {
            var unwanted = realm.roles().get(role).toRepresentation();
            realm.users().get(subject).roles().realmLevel().remove(List.of(unwanted));
            return subject;
        });
    }

    /// Makes a user with a role, and has Keycloak send the link. If that fails, nothing is left behind.
    ///
    /// @return the user's subject
    String invite(String mail, String role) {
        var user = new UserRepresentation();
        user.setUsername(mail);
        user.setEmail(mail);
        user.setEmailVerified(false);
        user.setEnabled(true);
        user.setRequiredActions(TO_DO);
        var subject = ask(realm -> created(realm, user));
        try {
            give(subject, role);
            ask(realm -> {
                realm.users().get(subject).executeActionsEmail(TO_DO, (int) LINK_HOLDS.toSeconds());
                return subject;
            });
        } catch (Refusal refusal) {
            withdraw(subject);
            throw refusal instanceof RealmRefusal ? RealmRefusal.notSent() : refusal;
        }
        return subject;
    }

    /// Why somebody could not be invited matters more than that the user could not be removed.
    private void withdraw(String subject) {
        try {
            ask(realm -> {
                realm.users().get(subject).remove();
                return subject;
            });
        } catch (Refusal refusal) {
            LOG.warnf("User %s stays at Keycloak, though not invited: %s", subject, refusal.getMessage());
        }
    }

    private static String created(RealmResource realm, UserRepresentation user) {
        try (Response response = realm.users().create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    private <T> T ask(Function<RealmResource, T> question) {
        if (address.isEmpty()) {
            throw RealmRefusal.notConfigured();
        }
        try {
            return question.apply(keycloak.get().realm(name));
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            if (status == BAD_REQUEST.getStatusCode()) {
                // The client throws no BadRequestException.
                throw new Invalid("Keycloak does not take this address.");
            }
            LOG.warnf("Keycloak refused: %s", e.getMessage());
            throw RealmRefusal.refused(status);
        } catch (ProcessingException e) {
            LOG.warnf("Keycloak is out of reach: %s", e.getMessage());
            throw RealmRefusal.unreachable();
        }
    }
}
