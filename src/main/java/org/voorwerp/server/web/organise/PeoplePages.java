package org.voorwerp.server.web.organise;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.account.organiser.OrganiserRole;
import org.voorwerp.server.account.organiser.OrganiserRole.HostView;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// Who may organise on this server, and inviting others to.
@Path("/organise/people")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.ORGANISER_NAME)
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class PeoplePages {

    /// @param admin whether the reader may take the role from others
    /// @param done what has just happened; null where nothing has
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeoplePage(
            Frame frame,
            List<HostView> people,
            boolean admin,
            @Nullable String done,
            @Nullable Fault fault) implements TemplateInstance {}

    private final OrganiserRole role;
    private final Visit visit;

    PeoplePages(OrganiserRole role, Visit visit) {
        this.role = role;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance people() {
        return page(null, null);
    }

    @POST
    @Operation(hidden = true)
    public Response invite(@RestForm @DefaultValue("") String email) {
        return Forms.answered(
                () -> {
                    var invited = role.invite(visit.signedIn(), email);
                    var done = invited.outcome().equals("invited")
                            ? "Keycloak has sent an invitation."
                            : "This person had an account, and is an organiser from now on.";
                    return Pages.answer(201, page(done, null));
                },
                fault -> page(null, fault));
    }

    @POST
    @Path("withdraw")
    @Operation(hidden = true)
    public Response withdraw(@RestForm @DefaultValue("") String subject) {
        role.withdraw(visit.signedIn(), subject);
        return Forms.to("/organise/people");
    }

    private PeoplePage page(@Nullable String done, @Nullable Fault fault) {
        return new PeoplePage(
                visit.frame("Organisers", Section.ORGANISE),
                role.list(),
                visit.signedIn().isAdmin(),
                done,
                fault);
    }
}
