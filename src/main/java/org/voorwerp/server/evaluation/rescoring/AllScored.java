package org.voorwerp.server.evaluation.rescoring;

import java.util.UUID;

/// Every submission has its result in a version that the boards will turn to now. Whoever must have something ready by
/// then gets it ready while this is fired.
public record AllScored(UUID challenge, String slug, int version) {}
