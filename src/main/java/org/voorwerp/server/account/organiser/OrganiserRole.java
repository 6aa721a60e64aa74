package org.voorwerp.server.account.organiser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.organiser.Grants.Action;
import org.voorwerp.server.account.signin.Identities;
import org.voorwerp.server.account.signin.KeycloakConfig;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// Who has the role organiser at Keycloak. Organisers invite others; nobody is given more than that role by this
/// server, whatever Keycloak would let it do.
@ApplicationScoped
public class OrganiserRole {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

    private final Realm realm;
    private final Grants grants;
    private final Identities identities;
    private final KeycloakConfig config;

    OrganiserRole(Realm realm, Grants grants, Identities identities, KeycloakConfig config) {
        this.realm = realm;
        this.grants = grants;
        this.identities = identities;
        this.config = config;
    }

    /// Somebody who may organise.
    ///
    /// @param subject who it is at Keycloak
    /// @param name at Keycloak
    /// @param handle here; null for who has not been here yet
    /// @param admin whether the person runs the server
    public record HostView(
            String subject, String name, @Nullable String handle, boolean admin) {}

    /// What became of an invitation.
    ///
    /// @param outcome `invited` if a mail is on its way, `granted` if the person was there already
    public record Invited(String outcome, String subject) {}

    /// Organisers and admins, by name.
    ///
    /// @throws RealmRefusal if Keycloak does not answer as it should, or there is none
    public List<HostView> list() {
        Map<String, HostView> byName = new TreeMap<>();
        var admins = realm.members(Role.ADMIN_NAME);
        realm.members(Role.ORGANISER_NAME).forEach(user -> byName.put(user.getUsername(), view(user, false)));
        admins.forEach(user -> byName.put(user.getUsername(), view(user, true)));
        return List.copyOf(byName.values());
    }

    /// Makes whoever has a mail address an organiser. Whom Keycloak does not know yet is sent a link by which to
    /// set a password; the role waits there.
    ///
    /// @throws Invalid if it is no address, or of an account that has not confirmed it: anybody could have made
    ///     that
    /// @throws TooManyInvitations if the caller has done this too often today
    /// @throws RealmRefusal as [#list]
    @Transactional
    public Invited invite(Caller organiser, String address) {
        var wanted = address.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST_ADDRESS || !ADDRESS.matcher(wanted).matches()) {
            throw new Invalid("Send one mail address, as in {\"email\": \"bill@example.org\"}.");
        }
        grants.one();
        grants.require(organiser, config.invitationsADay());
        realm.requirePlain(Role.ORGANISER_NAME);
        var known = realm.byAddress(wanted);
        if (known.isEmpty()) {
            var subject = realm.invite(wanted, Role.ORGANISER_NAME);
            grants.note(organiser, subject, Action.INVITED);
            return new Invited(Action.INVITED.word(), subject);
        }
        var user = known.get();
        if (!Boolean.TRUE.equals(user.isEmailVerified())) {
            throw new Invalid(
                    "Somebody registered with this address and has not confirmed it. Ask the person to confirm"
                            + " it at Keycloak, then invite again.");
        }
        realm.give(user.getId(), Role.ORGANISER_NAME);
        grants.note(organiser, user.getId(), Action.GRANTED);
        boolean admin = realm.members(Role.ADMIN_NAME).stream()
                .anyMatch(one -> one.getId().equals(user.getId()));
        identities.roleChanged(user.getId(), admin ? Role.ADMIN : Role.ORGANISER);
        return new Invited(Action.GRANTED.word(), user.getId());
    }

    /// Takes the role from somebody: admins from everybody, others from themselves. Challenges stay with their
    /// owners.
    ///
    /// @throws Forbidden if it is neither
    /// @throws NotFound if the person has not got the role
    /// @throws LastOrganiser if nobody would be left who may organise
    /// @throws RealmRefusal as [#list]
    @Transactional
    public void withdraw(Caller caller, String subject) {
        if (!caller.isAdmin() && !identities.isOf(caller, subject)) {
            throw new Forbidden("You may give up the role yourself; admins take it from others.");
        }
        // The last two, each taking it from the other at once, wait for each other here.
        grants.one();
        var organisers = realm.members(Role.ORGANISER_NAME);
        if (!contains(organisers, subject)) {
            throw new NotFound("Nobody of that subject is an organiser.");
        }
        var admins = realm.members(Role.ADMIN_NAME);
        boolean othersLeft = organisers.stream()
                .anyMatch(user -> user.isEnabled() && !user.getId().equals(subject));
        if (!othersLeft && admins.stream().noneMatch(UserRepresentation::isEnabled)) {
            throw new LastOrganiser();
        }
        realm.take(subject, Role.ORGANISER_NAME);
        grants.note(caller, subject, Action.WITHDRAWN);
        identities.roleChanged(subject, contains(admins, subject) ? Role.ADMIN : Role.PARTICIPANT);
    }

    private HostView view(UserRepresentation user, boolean admin) {
        return new HostView(
                user.getId(),
                user.getUsername(),
                identities.handleOf(user.getId()).orElse(null),
                admin);
    }

    private static boolean contains(List<UserRepresentation> users, String subject) {
        return users.stream().anyMatch(user -> user.getId().equals(subject));
    }
}
