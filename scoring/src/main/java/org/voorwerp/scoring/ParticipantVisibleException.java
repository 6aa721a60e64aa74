package org.voorwerp.scoring;

/// Thrown by a metric that cannot score a submission for a reason the participant can mend. Its message is shown to
/// the
/// participant as it stands, so it must say nothing of the truth. Of any other exception the participant sees only
/// an incident id.
public final class ParticipantVisibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ParticipantVisibleException(String message) {
        super(message);
    }
}
