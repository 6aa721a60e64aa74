package org.voorwerp.server.notice.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Posts a message to a receiver. Redirects are not followed, what is answered is not read, and nobody is waited for
/// longer than a few seconds.
@ApplicationScoped
public class WebhookSender {

    private final HttpClient http;
    private final WebhookConfig config;
    private final Clock clock;

    WebhookSender(Vertx vertx, WebhookConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(16)
                .setMaxHeaderSize(16 * 1024)
                .setConnectTimeout(Math.toIntExact(config.timeout().toMillis()))
                .setVerifyHost(true));
    }

    /// @return the HTTP status that the receiver answered
    /// @throws IOException if it could not be reached, or did not answer in time
    /// @throws org.voorwerp.server.http.Invalid if its address leads where messages may not go
    public int send(UUID webhook, UUID delivery, String kind, String body) throws IOException {
        var hook = QuarkusTransaction.requiringNew().call(() -> (Webhook) Webhook.findById(webhook));
        if (hook == null) {
            throw new IOException("the webhook was removed");
        }
        var destination = Destination.of(hook.url, config.allowPrivate());
        var now = clock.instant();
        var request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                // The address that was judged, whatever the name says by now.
                .setServer(SocketAddress.inetSocketAddress(
                        destination.port(), destination.address().getHostAddress()))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.encrypted())
                .setURI(destination.target())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Voorwerp")
                .putHeader("webhook-id", delivery.toString())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", Signature.of(hook.secret, delivery.toString(), now, body))
                .putHeader("voorwerp-event", kind);
        return await(request, Buffer.buffer(body));
    }

    private int await(RequestOptions options, Buffer body) throws IOException {
        var status = http.request(options)
                .compose(request -> request.send(body).map(response -> {
                    int code = response.statusCode();
                    // Whatever else it has to say is not heard.
                    request.connection().close();
                    return code;
                }))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return status.get(config.timeout().toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
