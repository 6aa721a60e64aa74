package org.voorwerp.scoring;

/// Thrown by a metric that the truth does not allow, whatever is predicted: ROC-AUC without a single positive, for
/// one.
/// It is the organiser's to mend, and found when the challenge is built; participants never see its message.
public final class UndefinedScoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndefinedScoreException(String message) {
        super(message);
    }
}
