package org.voorwerp.server.challenge;

import java.util.List;

/// A pack became a challenge. Fired within the transaction that stores it, once everything else is stored: an
/// observer
/// that fails undoes the whole build.
///
/// @param challenge with its phases, files and truth
/// @param baselines to be scored like anyone's submission
public record ChallengeBuilt(Challenge challenge, List<BaselineFile> baselines) {}
