package org.voorwerp.server.web.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.notice.mail.MailAddresses;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// Where links in mails lead. Mail programs look at links by themselves, so only a button changes anything; and the
/// button that ends mails needs nobody signed in, for mail programs press it too (RFC 8058).
@Path("/mail")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
public class MailPages {

    /// @param button what it says; empty for none
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailPage(Frame frame, String title, String text, String button) implements TemplateInstance {}

    private final MailAddresses addresses;
    private final Visit visit;

    MailPages(MailAddresses addresses, Visit visit) {
        this.addresses = addresses;
        this.visit = visit;
    }

    @GET
    @Path("confirm/{secret}")
    @Operation(hidden = true)
    public Response ask(@PathParam("secret") String secret) {
        return page("Confirm your address", "Notices will be sent to the address where you got this link.", "Confirm");
    }

    @POST
    @Path("confirm/{secret}")
    @Needs(Scope.READ)
    @Operation(hidden = true)
    public Response confirm(@PathParam("secret") String secret) {
        addresses.confirm(secret);
        return page("Confirmed", "You get notices by mail from now on. Each has a link that ends them.", "");
    }

    @GET
    @Path("stop/{key}")
    @Operation(hidden = true)
    public Response offer(@PathParam("key") String key) {
        return page("No more mail", "No notices will be sent to the address where you got this link.", "Send no more");
    }

    @POST
    @Path("stop/{key}")
    @Needs(Scope.READ)
    @Operation(hidden = true)
    public Response stop(@PathParam("key") String key) {
        addresses.stop(key);
        return page("No more mail", "Nothing is sent to you any more, and the address is forgotten.", "");
    }

    private Response page(String title, String text, String button) {
        return Pages.answer(200, new MailPage(visit.frame(title, Section.NONE), title, text, button));
    }
}
