package org.voorwerp.server.client;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.http.NotFound;

/// Hands out the client for Python, so that it needs no registry: a page as pip reads it (`--find-links`), and the
/// wheel.
@Path("/client")
@RunOnVirtualThread
public class ClientResource {

    /// Always leads to the wheel; pip itself takes none without a version in its name.
    private static final String LATEST = "voorwerp.whl";

    private final Wheel wheel;

    ClientResource(Wheel wheel) {
        this.wheel = wheel;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String page(@Context UriInfo uri) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Voorwerp for Python</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/assets/site.css"></head><body><main class="page">
                <h1>Voorwerp for Python</h1>
                <p class="lede section">A module and a command: fetch data, send predictions, watch the board. Of Python's
                standard library alone.</p>
                <p class="section"><code>pip install --no-index --find-links %s voorwerp</code></p>
                <p class="section"><a href="/client/%s#sha256=%s">%s</a></p>
                <p class="section"><a href="/">The challenges of this server</a></p>
                </main></body></html>
                """.formatted(uri.getBaseUri().resolve("/client/"), wheel.fileName(), wheel.sha256(), wheel.fileName());
    }

    @GET
    @Path("{file}")
    @Operation(hidden = true)
    public Response file(@PathParam("file") String file, @Context Request request) {
        if (file.equals(LATEST)) {
            return Response.temporaryRedirect(URI.create("/client/" + wheel.fileName()))
                    .build();
        }
        if (!file.equals(wheel.fileName())) {
            throw new NotFound("There is no " + file + " here; /client names what there is.");
        }
        var tag = new EntityTag(wheel.sha256());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(wheel.content()).type("application/zip") : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .build();
    }
}
