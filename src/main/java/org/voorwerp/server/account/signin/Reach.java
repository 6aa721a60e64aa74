package org.voorwerp.server.account.signin;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Tells a Keycloak that cannot be reached from one that says no.
final class Reach {

    private Reach() {}

    /// Whether something failed for want of an answer: no connection, none in time, or an error of Keycloak's own.
    static boolean wasLost(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            boolean lost = cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof HttpClosedException
                    || (cause instanceof OIDCException && isOfServer(String.valueOf(cause.getMessage())));
            if (lost) {
                return true;
            }
        }
        return false;
    }

    /// What Quarkus says of a server that is not there, and of an answer 5xx without a body.
    private static boolean isOfServer(String message) {
        return message.contains("is not available") || message.startsWith("Error status:5");
    }
}
