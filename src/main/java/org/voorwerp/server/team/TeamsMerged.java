package org.voorwerp.server.team;

import java.time.Instant;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;

/// A team became part of another. Fired within the transaction, with the challenge's row locked: an observer moves
/// what belongs to `from` over to `into`, and one that refuses undoes the merger.
public record TeamsMerged(Challenge challenge, Team into, Team from, Instant at) {}
