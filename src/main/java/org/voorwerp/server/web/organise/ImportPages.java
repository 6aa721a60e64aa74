package org.voorwerp.server.web.organise;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Needs;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Scope;
import org.voorwerp.server.importing.ImportedPack;
import org.voorwerp.server.importing.PackImports;
import org.voorwerp.server.web.Fault;
import org.voorwerp.server.web.Forms;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Pages;
import org.voorwerp.server.web.Visit;

/// Bringing a challenge along from another platform.
@Path("/organise/imports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.ORGANISER_NAME)
@Needs(Scope.ORGANISE)
@RunOnVirtualThread
public class ImportPages {

    /// @param imported what became of what was just sent; null before, and where it was refused
    /// @param fault why it was refused; null where it was not
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ImportPage(
            Frame frame,
            @Nullable ImportedPack imported,
            @Nullable Fault fault) implements TemplateInstance {}

    private final PackImports imports;
    private final Visit visit;

    ImportPages(PackImports imports, Visit visit) {
        this.imports = imports;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance page() {
        return page(null, null);
    }

    /// Answered with the report at once, which is kept in the pack only.
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(@RestForm("archive") @Nullable FileUpload archive) throws IOException {
        return Forms.answered(
                () -> {
                    try (var zip = Forms.sent(archive, "Choose a zip archive.")) {
                        return Pages.answer(200, page(imports.take(visit.signedIn(), name(archive), zip), null));
                    }
                },
                fault -> page(null, fault));
    }

    private static String name(@Nullable FileUpload archive) {
        return archive == null ? "" : Objects.requireNonNullElse(archive.fileName(), "");
    }

    private ImportPage page(@Nullable ImportedPack imported, @Nullable Fault fault) {
        return new ImportPage(visit.frame("Import a challenge", Section.ORGANISE), imported, fault);
    }
}
