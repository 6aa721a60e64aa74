package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.voorwerp.server.challenge.Challenge;

/// Sends a board; a client that has it already gets 304.
@Singleton
class BoardAnswer {

    private final ObjectMapper mapper;

    BoardAnswer(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Response json(Challenge challenge, Board board, Request request) {
        try {
            return answer(challenge, mapper.writeValueAsBytes(board), MediaType.APPLICATION_JSON, request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a board is always JSON", e);
        }
    }

    Response csv(Challenge challenge, Board board, Request request) {
        var bytes = BoardCsv.of(board).getBytes(StandardCharsets.UTF_8);
        return answer(challenge, bytes, "text/csv;charset=UTF-8", request);
    }

    private static Response answer(Challenge challenge, byte[] body, String type, Request request) {
        var tag = tag(body);
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(body, type) : unchanged;
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, challenge.isPublished() ? "public, no-cache" : "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static EntityTag tag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
