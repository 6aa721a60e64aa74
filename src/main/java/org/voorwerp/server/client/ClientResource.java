package org.voorwerp.server.client;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.http.NotFound;

/// Hands out the client for Python, so that it needs no registry.
@Path("/client/{file}")
@RunOnVirtualThread
public class ClientResource {

    /// Always leads to the wheel. Not for pip, which takes none without a version in its name, and says so before it
    /// asks.
    private static final String LATEST = "voorwerp.whl";

    private final Wheel wheel;

    ClientResource(Wheel wheel) {
        this.wheel = wheel;
    }

    @GET
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
