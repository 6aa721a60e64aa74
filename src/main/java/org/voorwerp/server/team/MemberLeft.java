package org.voorwerp.server.team;

import java.time.Instant;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Team;

/// Somebody left a team and has a team of one from now on. Fired within the transaction, with the challenge's row
/// locked. What the old team has used of its quota counts for the new one too: leaving gains nothing.
public record MemberLeft(Challenge challenge, Team from, Team to, Instant at) {}
