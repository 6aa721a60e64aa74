package org.voorwerp.server.notice.mail;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.notice.mail.MailAddresses.MailView;

/// Whether, where and about what one wants mail.
@Path("/api/accounts/me/mail")
@Tag(name = "Notices")
@Authenticated
@Needs(Scope.ACCOUNT)
@RunOnVirtualThread
public class MailResource {

    /// @param kinds all where left out
    public record MailWish(
            @Nullable String address, @Nullable List<String> kinds) {}

    private final MailAddresses addresses;
    private final SecurityIdentity identity;

    MailResource(MailAddresses addresses, SecurityIdentity identity) {
        this.addresses = addresses;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "What mail I want", description = "Off unless one has asked for it and confirmed the address.")
    public MailView get() {
        return addresses.view(account());
    }

    @PUT
    @Operation(
            summary = "Want mail",
            description = "A new address is sent a link by which to confirm it. Kinds: scored, failed, phase-opened,"
                    + " phase-closed, terms-changed, announcement; all where left out.")
    public MailView want(@Nullable MailWish wish) {
        if (wish == null || wish.address() == null) {
            throw new Invalid("Send an address, as in {\"address\": \"hanny@example.org\", \"kinds\": [\"scored\"]}.");
        }
        addresses.want(account(), wish.address(), wish.kinds());
        return addresses.view(account());
    }

    @DELETE
    @ResponseStatus(204)
    @Operation(summary = "Want no mail", description = "The address is forgotten.")
    public void stop() {
        addresses.stop(account());
    }

    private UUID account() {
        return Caller.of(identity).orElseThrow().account();
    }
}
