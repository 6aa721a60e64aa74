package org.voorwerp.server.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Announces in each answer that an operation is [Leaving]: since when it is deprecated (RFC 9745), when it goes (RFC
/// 8594), and what takes its place.
public class LeavingHeaders {

    @ServerResponseFilter
    public void announce(ContainerResponseContext response, @Nullable ResourceInfo resource) {
        var method = resource == null ? null : resource.getResourceMethod();
        var leaving = method == null ? null : method.getAnnotation(Leaving.class);
        if (leaving != null) {
            describe(leaving).forEach((name, value) -> response.getHeaders().add(name, value));
        }
    }

    static Map<String, String> describe(Leaving leaving) {
        var since = LocalDate.parse(leaving.since()).atStartOfDay(ZoneOffset.UTC);
        var until = LocalDate.parse(leaving.until()).atStartOfDay(ZoneOffset.UTC);
        return Map.of(
                "Deprecation",
                "@" + since.toEpochSecond(),
                "Sunset",
                until.withZoneSameInstant(ZoneId.of("GMT")).format(DateTimeFormatter.RFC_1123_DATE_TIME),
                HttpHeaders.LINK,
                "<" + leaving.instead() + ">; rel=\"successor-version\"");
    }
}
