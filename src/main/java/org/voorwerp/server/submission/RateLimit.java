package org.voorwerp.server.submission;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells programs about the quota in header fields (draft-ietf-httpapi-ratelimit-headers-10).
final class RateLimit {

    private RateLimit() {}

    static Response.ResponseBuilder describe(
            Response.ResponseBuilder response, @Nullable QuotaView quota, Instant now) {
        response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (quota == null) {
            return response;
        }
        long seconds = Math.max(0, Duration.between(now, quota.resetsAt()).toSeconds());
        return response.header("RateLimit-Policy", "\"day\";q=" + quota.perDay() + ";w=86400")
                .header("RateLimit", "\"day\";r=" + quota.left() + ";t=" + seconds);
    }
}
