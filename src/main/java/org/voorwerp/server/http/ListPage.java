package org.voorwerp.server.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// A list of which so much is sent at once; where it goes on stands in the header Link (RFC 8288), so that what is sent
/// stays a plain list.
public final class ListPage {

    /// More than this is not sent at once.
    public static final int MOST = 1000;

    private ListPage() {}

    /// How many to send, for a `limit` that was asked for.
    public static int size(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    /// The beginning of what follows a cursor.
    ///
    /// @param following what follows it, in order; one more than [#size] of it is enough
    /// @param limit as it was asked for
    /// @param next path and query of what follows an element
    public static <T> RestResponse<List<T>> of(List<T> following, int limit, Function<T, String> next) {
        int size = size(limit);
        return following.size() <= size
                ? of(following, null)
                : of(following.subList(0, size), next.apply(following.get(size - 1)) + "&limit=" + size);
    }

    /// @param next path and query of what follows; null at the end
    public static <T> RestResponse<List<T>> of(List<T> page, @Nullable String next) {
        var response = ResponseBuilder.ok(page);
        if (next != null) {
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.build();
    }
}
