package org.voorwerp.server.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A challenge's terms.
///
/// @param version the SHA-256 of the text, in hexadecimal
/// @param markdown the text
/// @param acceptedAt when the caller accepted this version; null if not, or if nobody is signed in
public record TermsView(
        String version, String markdown, @Nullable Instant acceptedAt) {}
