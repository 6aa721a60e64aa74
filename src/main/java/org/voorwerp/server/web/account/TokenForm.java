package org.voorwerp.server.web.account;

import jakarta.ws.rs.DefaultValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Tokens;
import org.voorwerp.server.http.Invalid;

/// The form by which somebody asks for a token.
public class TokenForm {

    @RestForm
    @DefaultValue("")
    String name = "";

    @RestForm
    @Nullable
    List<String> scope;

    /// In how many days it expires; empty for never.
    @RestForm
    @Nullable
    String days;

    Tokens.Wanted wanted(Instant now) {
        return new Tokens.Wanted(
                name,
                scope == null ? List.of() : new ArrayList<>(scope),
                days == null || days.isBlank() ? null : now.plus(Duration.ofDays(number(days))));
    }

    private static int number(String days) {
        if (!days.matches("[0-9]{1,4}")) {
            throw new Invalid("A token expires in 1 to 9999 days, or never.");
        }
        return Integer.parseInt(days);
    }
}
