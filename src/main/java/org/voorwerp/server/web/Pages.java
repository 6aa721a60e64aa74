package org.voorwerp.server.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.voorwerp.server.http.Refusal;

/// Answers with pages about one person.
public final class Pages {

    private Pages() {}

    /// Never kept by caches: it may show a secret, and is about one person.
    public static Response answer(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /// What a form asked for is done and the reader goes on, or it is refused and the page with the form says why.
    ///
    /// @param next where to, a path of ours
    public static Response granted(Runnable wish, String next, Function<Fault, TemplateInstance> refused) {
        try {
            wish.run();
        } catch (Refusal refusal) {
            return answer(refusal.status(), refused.apply(Fault.of(refusal)));
        }
        return Response.seeOther(URI.create(next)).build();
    }

    /// The same of something that the answer itself shows, and no page will show again.
    public static Response made(Supplier<TemplateInstance> page, Function<Fault, TemplateInstance> refused) {
        try {
            return answer(201, page.get());
        } catch (Refusal refusal) {
            return answer(refusal.status(), refused.apply(Fault.of(refusal)));
        }
    }
}
