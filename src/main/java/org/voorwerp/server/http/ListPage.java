package org.voorwerp.server.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// A list of which so much is sent at once; where it goes on stands in the header Link (RFC 8288), so that what is sent
/// stays a plain list.
public final class ListPage {

    private ListPage() {}

    /// @param next path and query of what follows; null at the end
    public static <T> RestResponse<List<T>> of(List<T> page, @Nullable String next) {
        var response = ResponseBuilder.ok(page);
        if (next != null) {
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }
}
