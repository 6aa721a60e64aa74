package org.voorwerp.server.challenge;

import java.nio.file.Path;

/// A baseline's predictions for a challenge.
///
/// @param name what the board calls it
/// @param description what it does, one sentence
/// @param file predictions as any participant would send them; there while [ChallengeBuilt] is observed, then gone
public record BaselineFile(String name, String description, Path file) {}
