package org.voorwerp.server.signin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser as far as cookies, forms and redirects go, of which everything can be seen and changed on the way.
final class HttpBrowser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    /// Cookies by the port they came from. A browser would send them to both, which share a host here; servers do not.
    private final Map<Integer, Map<String, String>> cookies = new HashMap<>();

    /// `Set-Cookie` headers, as they came.
    final List<String> seen = new java.util.ArrayList<>();

    Map<String, String> cookies(String address) {
        return cookies.computeIfAbsent(URI.create(address).getPort(), port -> new LinkedHashMap<>());
    }

    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).GET(), headers);
    }

    /// Sends a form, as from a page of the same site unless `headers` say otherwise.
    HttpResponse<String> post(String address, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(request, headers.length == 0 ? new String[] {"Sec-Fetch-Site", "same-origin"} : headers);
    }

    /// Goes where an answer redirects to, until a page comes.
    HttpResponse<String> follow(HttpResponse<String> answer, String... headers)
            throws IOException, InterruptedException {
        var current = answer;
        for (int hop = 0; hop < 10 && current.statusCode() / 100 == 3; hop++) {
            current = get(location(current), headers);
        }
        return current;
    }

    static String location(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location");
        assertTrue(location.isPresent(), () -> answer.statusCode() + " " + answer.body());
        return answer.uri().resolve(location.get()).toString();
    }

    /// Begins a sign-in and fills in Keycloak's form.
    ///
    /// @return the redirect by which Keycloak sends the browser back, not yet followed
    HttpResponse<String> logIn(String server, String name, String next) throws IOException, InterruptedException {
        var begin = get(server + "/sign-in/keycloak?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        var page = follow(begin);
        var form = FORM.matcher(page.body());
        assertTrue(form.find(), page.body());
        return post(
                form.group(1).replace("&amp;", "&"), Map.of("username", name, "password", KeycloakSite.password(name)));
    }

    /// Signs in, up to the page where one arrives.
    HttpResponse<String> signIn(String server, String name, String next) throws IOException, InterruptedException {
        return follow(logIn(server, name, next));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        var address = request.build().uri().toString();
        var jar = cookies(address);
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        for (var header : answer.headers().allValues("Set-Cookie")) {
            seen.add(header);
            var pair = header.substring(0, (header + ";").indexOf(';')).split("=", 2);
            if (pair[1].isEmpty() || header.contains("Max-Age=0")) {
                jar.remove(pair[0]);
            } else {
                jar.put(pair[0], pair[1]);
            }
        }
        return answer;
    }
}
