package org.voorwerp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Accounts;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.account.Tokens;

/// Talks to the server under test over HTTP, as a person with a token or as nobody.
public final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final String handle;
    public final @Nullable UUID account;
    public final @Nullable String token;

    private Api(String handle, @Nullable UUID account, @Nullable String token) {
        this.handle = handle;
        this.account = account;
        this.token = token;
    }

    public static Api nobody() {
        return new Api("", null, null);
    }

    public static Api participant() {
        return registered(Role.PARTICIPANT);
    }

    public static Api organiser() {
        return registered(Role.ORGANISER);
    }

    public static Api registered(Role role) {
        var handle = "person-" + NUMBER.incrementAndGet();
        var accounts = SmallChallenge.bean(Accounts.class);
        var token = accounts.register(handle, role);
        return new Api(handle, accounts.find(handle).orElseThrow().id, token.secret());
    }

    /// The same person with a token for some things only.
    public Api limitedTo(List<String> scopes) {
        var made = SmallChallenge.bean(Tokens.class)
                .create(
                        new Caller(Objects.requireNonNull(account), handle, Role.PARTICIPANT),
                        new Tokens.Wanted("limited", scopes, null));
        return new Api(handle, account, made.secret());
    }

    /// An answer.
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + response.headers().map() + "\n" + text();
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /// The status of an answer that does not end by itself.
    public int begin(String path) {
        try {
            var answer = HTTP.send(request(path).GET().build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, BodyPublisher body, String... headers) {
        return send(request(path, headers).POST(body));
    }

    /// Sends JSON by any method.
    public Answer send(String method, String path, String json) {
        return send(method, path, json, "application/json");
    }

    public Answer send(String method, String path, String body, String type) {
        return send(request(path, "Content-Type", type).method(method, BodyPublishers.ofString(body)));
    }

    public Answer put(String path, BodyPublisher body, String... headers) {
        return send(request(path, headers).PUT(body));
    }

    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public Answer postJson(String path, String json) {
        return send("POST", path, json);
    }

    /// Puts JSON.
    public Answer put(String path, String json) {
        return send(request(path, "Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /// Sends a prediction file.
    public Answer submit(SmallChallenge challenge, String csv, String... headers) {
        return submit(challenge, BodyPublishers.ofString(csv), headers);
    }

    public Answer submit(SmallChallenge challenge, byte[] body, String... headers) {
        return submit(challenge, BodyPublishers.ofByteArray(body), headers);
    }

    private Answer submit(SmallChallenge challenge, BodyPublisher body, String... headers) {
        var request = request(submissions(challenge), headers);
        if (!String.join(" ", headers).contains("Content-Type")) {
            request.header("Content-Type", "text/csv");
        }
        return send(request.POST(body));
    }

    /// Sends a prediction file and waits for its score.
    public JsonNode scored(SmallChallenge challenge, String csv) {
        var answer = submit(challenge, csv, "Prefer", "wait=30");
        if (answer.status() != 201) {
            throw new AssertionError("not scored in time: " + answer);
        }
        return answer.json();
    }

    public static String submissions(SmallChallenge challenge) {
        return "/api/challenges/" + challenge.slug + "/submissions";
    }

    public static URI uri(String path) {
        return URI.create(TestHTTPResourceManager.getUri()).resolve(path);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
