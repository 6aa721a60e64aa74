package org.voorwerp.server.leaderboard.finals;

import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.http.Refusal;

/// The phase is over, and with it the time to choose.
final class TooLate extends Refusal {

    private static final long serialVersionUID = 1L;

    TooLate(Phase phase) {
        super(
                409,
                "choice-closed",
                "The choice is closed",
                "Phase \"" + phase.name + "\" ended at " + phase.endsAt + "; what was chosen until then stands.");
    }
}
