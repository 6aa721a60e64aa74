package org.voorwerp.server.web;

import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Refusal;

/// Why what was just sent was refused, told beside the form.
public record Fault(String title, String detail, @Nullable Mistakes mistakes) {

    public static Fault of(Refusal refusal) {
        return new Fault(refusal.title(), String.valueOf(refusal.getMessage()), Mistakes.of(refusal.members()));
    }
}
