package org.voorwerp.consensus.panoptes;

/// Why a row is not used.
public enum Reason {
    OTHER_WORKFLOW("another workflow"),
    OTHER_VERSION("another version of the workflow"),
    GOLD_STANDARD("made in gold-standard mode"),
    NOT_GOLD_STANDARD("not made in gold-standard mode"),
    EXPERT("made by an expert or owner"),
    NO_EXPERT("not made by an expert or owner"),
    BEFORE_LAUNCH("made before the launch"),
    AFTER_LAUNCH("made after the launch"),
    NO_SUBJECT("no subject named"),
    ANONYMOUS("made without an account"),
    NO_ANSWER("no answer to the task"),
    SEVERAL_ANSWERS("several answers at once"),
    NO_QUESTION("an annotation that answers no question"),
    OTHER_TASK_TYPE("an annotation the extractor is not for"),
    UNKNOWN_ANSWER("an answer the workflow of that version does not have"),
    ANSWER_LEFT_OUT("an answer the recipe leaves out"),
    DUPLICATE("the same classification a second time"),
    REPEAT("a repeat by the same volunteer");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
