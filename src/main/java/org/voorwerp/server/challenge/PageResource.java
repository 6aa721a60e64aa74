package org.voorwerp.server.challenge;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.TooLarge;

/// The texts of a challenge, as Markdown.
@Path("/api/challenges/{slug}/pages/{name}")
@Tag(name = "Challenges")
@RunOnVirtualThread
public class PageResource {

    private static final String MARKDOWN = "text/markdown";

    private final Challenges challenges;
    private final Pages pages;
    private final SecurityIdentity identity;

    PageResource(Challenges challenges, Pages pages, SecurityIdentity identity) {
        this.challenges = challenges;
        this.pages = pages;
        this.identity = identity;
    }

    @GET
    @Produces(MARKDOWN + ";charset=UTF-8")
    @Operation(summary = "A page of a challenge", description = "`overview`, `data`, `rules`, `terms` or `faq`.")
    public String get(@PathParam("slug") String slug, @PathParam("name") String name) {
        return pages.get(challenges.visible(slug, Caller.of(identity)), name);
    }

    @PUT
    @Needs(Scope.ORGANISE)
    @Consumes({MARKDOWN, "text/plain"})
    @Authenticated
    @ResponseStatus(204)
    @Operation(
            summary = "Write a page",
            description = "For organisers. Participants have to accept terms that change before they submit again.")
    @RequestBody(required = true, content = @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING)))
    public void put(@PathParam("slug") String slug, @PathParam("name") String name, InputStream body)
            throws IOException {
        var caller = Caller.of(identity);
        pages.put(challenges.organised(slug, caller), caller.orElseThrow(), name, text(body));
    }

    @DELETE
    @Needs(Scope.ORGANISE)
    @Authenticated
    @ResponseStatus(204)
    @Operation(summary = "Remove a page", description = "For organisers. Every challenge keeps its overview.")
    public void remove(@PathParam("slug") String slug, @PathParam("name") String name) {
        var caller = Caller.of(identity);
        pages.remove(challenges.organised(slug, caller), caller.orElseThrow(), name);
    }

    private static String text(InputStream body) throws IOException {
        var bytes = body.readNBytes(Pages.LONGEST + 1);
        if (bytes.length > Pages.LONGEST) {
            throw new TooLarge("A page has at most " + Pages.LONGEST / 1024 + " KiB.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Invalid("The page is not UTF-8.");
        }
    }
}
