package org.voorwerp.server.leaderboard.standing;

import java.util.UUID;
import org.voorwerp.scoring.Part;

/// Which board of a challenge.
///
/// @param phase whose
/// @param part the part of the truth that ranks
public record BoardId(UUID phase, Part part) {}
