package org.voorwerp.server.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/// A problem as RFC 9457 has it, sent as `application/problem+json`.
///
/// @param type a URI reference that names the kind of problem
/// @param title the same for every problem of this kind
/// @param status the HTTP status
/// @param detail what is wrong this time, and what to do
/// @param members further members of this kind of problem
@JsonPropertyOrder({"type", "title", "status", "detail"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Refusal refusal) {
        return new Problem(
                "/problems/" + refusal.type(),
                refusal.title(),
                refusal.status(),
                String.valueOf(refusal.getMessage()),
                refusal.members());
    }

    static Problem of(int status, String type, String title, String detail) {
        return new Problem("/problems/" + type, title, status, detail, Map.of());
    }
}
