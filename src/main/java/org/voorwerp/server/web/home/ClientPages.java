package org.voorwerp.server.web.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.client.Wheel;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;

/// How to install the client for Python, for people; and for pip, which reads the page's links (`--find-links`).
@Path("/client")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ClientPages {

    /// @param path of the wheel
    /// @param direct installs it by its address; pip does that over plain HTTP, too
    /// @param newest installs the version that the server brings along, whichever that is
    /// @param shell how to go on
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClientPage(
            Frame frame, String path, String sha256, String fileName, String direct, String newest, String shell)
            implements TemplateInstance {}

    private final Wheel wheel;
    private final Visit visit;

    ClientPages(Wheel wheel, Visit visit) {
        this.wheel = wheel;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        var path = "/client/" + wheel.fileName();
        return new ClientPage(
                visit.frame("Voorwerp for Python", Section.NONE)
                        .describedBy("A module and a command: fetch data, send predictions, watch the board."),
                path,
                wheel.sha256(),
                wheel.fileName(),
                "pip install " + visit.origin() + path,
                "pip install --no-index --find-links " + visit.origin() + "/client/ voorwerp",
                "voorwerp login " + visit.origin() + "\nvoorwerp challenges");
    }
}
