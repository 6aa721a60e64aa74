package org.voorwerp.server.web;

import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Refusal;

/// Why what was just sent was refused, told beside the form.
///
/// @param mistakes in what was sent; null where it is about something else
/// @param outcome what the mistakes mean for whoever made them
public record Fault(String title, String detail, @Nullable Mistakes mistakes, String outcome) {

    public static Fault of(Refusal refusal) {
        return new Fault(
                refusal.title(),
                String.valueOf(refusal.getMessage()),
                Mistakes.of(refusal.members()),
                outcome(refusal.type()));
    }

    private static String outcome(String type) {
        return switch (type) {
            case "invalid-predictions" -> "It was not accepted, and it cost nothing.";
            case "not-imported" ->
                "A pack can be made of it all the same: make it by ./voorwerp import, mend it, and send it as a pack.";
            default -> "Nothing of it was kept.";
        };
    }
}
