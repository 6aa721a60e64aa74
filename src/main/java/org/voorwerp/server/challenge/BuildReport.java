package org.voorwerp.server.challenge;

import com.fasterxml.jackson.databind.JsonNode;

/// What a build made of a pack, for its organisers.
public record BuildReport(JsonNode consensus) {}
