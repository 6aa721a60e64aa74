package org.voorwerp.server.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.function.Function;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.Refusal;

/// How forms are answered, all of them: what one asks for is done, and the reader goes on; or it is refused, and the
/// page with the form comes again and says why.
public final class Forms {

    private Forms() {}

    /// What somebody asks for.
    ///
    /// @param <X> what may go wrong that is nobody's refusal
    @FunctionalInterface
    public interface Wish<X extends Exception> {

        /// Does it, and says how to go on.
        Response grant() throws X;
    }

    /// @param refused the page with the form, saying why
    public static <X extends Exception> Response answered(
            Wish<X> wish, Function<Fault, ? extends TemplateInstance> refused) throws X {
        try {
            return wish.grant();
        } catch (Refusal refusal) {
            return Pages.answer(refusal.status(), refused.apply(Fault.of(refusal)));
        }
    }

    /// The reader goes on to a path of ours, by a request of its own, so that nothing is sent twice.
    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /// The content of a form's file.
    ///
    /// @param file null where the form was sent without one
    /// @param missing what to say then
    /// @throws Invalid if there is none, or nothing in it
    public static InputStream sent(@Nullable FileUpload file, String missing) throws IOException {
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            throw new Invalid(missing);
        }
        if (file.size() == 0) {
            throw new Invalid(file.fileName() + " is empty. " + missing);
        }
        return Files.newInputStream(file.uploadedFile());
    }
}
