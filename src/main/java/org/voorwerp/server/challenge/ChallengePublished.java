package org.voorwerp.server.challenge;

import java.util.Optional;
import org.voorwerp.server.account.Caller;

/// A challenge is seen by everybody from now on. Fired in the transaction that publishes it.
public record ChallengePublished(Challenge challenge, Optional<Caller> by) {}
