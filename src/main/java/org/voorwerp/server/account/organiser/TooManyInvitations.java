package org.voorwerp.server.account.organiser;

import java.time.Duration;
import org.voorwerp.server.http.Refusal;

/// Invitations are mail to strangers; nobody sends many a day.
final class TooManyInvitations extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyInvitations(int most) {
        super(
                429,
                "too-many-invitations",
                "Too many invitations",
                "You have invited " + most + " people within a day; go on tomorrow.");
    }

    @Override
    public long retryAfter() {
        return Duration.ofHours(1).toSeconds();
    }
}
