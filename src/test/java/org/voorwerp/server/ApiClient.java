package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Calls the API of a server that runs elsewhere, as a program would.
///
/// @param token empty for a caller without one
record ApiClient(String address, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @return the body, which must come with status 200
    String get(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(request(path).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body();
    }

    JsonNode getJson(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path));
    }

    /// @param headers names and values in turn
    HttpResponse<String> post(String path, String contentType, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", contentType).POST(body);
        return HTTP.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(), BodyHandlers.ofString());
    }

    /// Submits predictions and waits for their scores.
    JsonNode submit(String slug, String csv) throws IOException, InterruptedException {
        var answer = post(
                "/api/challenges/" + slug + "/submissions",
                "text/csv",
                BodyPublishers.ofString(csv),
                "Prefer",
                "wait=60");
        assertEquals(201, answer.statusCode(), answer::body);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
