package org.voorwerp.server.web.organise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.calendar.PhaseRequest;
import org.voorwerp.server.http.Invalid;

/// The fields of the form for a phase; what is left empty is not said.
public class PhaseForm {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String starts;

    @RestForm
    @Nullable
    String ends;

    @RestForm
    @Nullable
    String lateUntil;

    @RestForm
    @Nullable
    String part;

    @RestForm
    @Nullable
    String board;

    @RestForm
    @Nullable
    String privateBoard;

    @RestForm
    @Nullable
    String carryOver;

    @RestForm
    @Nullable
    String finals;

    @RestForm
    @Nullable
    String perDay;

    @RestForm
    @Nullable
    String total;

    @RestForm
    @Nullable
    String atOnce;

    @RestForm
    @Nullable
    String attempts;

    /// @throws Invalid if a field cannot be read
    PhaseRequest request() {
        return new PhaseRequest(
                name,
                time("Opens", starts),
                time("Closes", ends),
                time("Late until", lateUntil),
                given(part),
                given(board),
                privateBoard != null,
                carryOver != null,
                number("Final choices", finals),
                number("A day", perDay),
                number("In all", total),
                number("At once", atOnce),
                number("Files a day", attempts));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        var given = given(text);
        try {
            return given == null ? null : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            throw new Invalid(field + ": expected is a time as 2027-01-31T12:00:00Z.");
        }
    }

    private static @Nullable Integer number(String field, @Nullable String text) {
        var given = given(text);
        try {
            return given == null ? null : Integer.valueOf(given);
        } catch (NumberFormatException e) {
            throw new Invalid(field + ": expected is a whole number.");
        }
    }
}
