package org.voorwerp.server.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What one may be told of.
public enum NoticeKind {
    SCORED,
    FAILED,
    PHASE_OPENED,
    PHASE_CLOSED,
    TERMS_CHANGED,
    ANNOUNCEMENT;

    /// As it is written, e.g. `phase-opened`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<NoticeKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
