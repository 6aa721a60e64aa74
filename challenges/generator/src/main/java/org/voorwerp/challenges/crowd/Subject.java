package org.voorwerp.challenges.crowd;

import java.util.Map;

/// What the volunteers are shown, and what it truly is; the truth never leaves the generator.
///
/// @param id Panoptes' number of the subject
/// @param truth index of the true answer
/// @param mistaken index of the answer that the subject's damage suggests
/// @param difficulty probability that a careful eye is misled by the damage
/// @param metadata the subject's metadata as the export shows them
public record Subject(long id, int truth, int mistaken, double difficulty, Map<String, String> metadata) {}
