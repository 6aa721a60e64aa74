package org.voorwerp.consensus.text;

/// What one volunteer read.
///
/// @param volunteer who, or whatever tells the row; repeats are not resolved here
/// @param text as it was typed
/// @param gold whether it was made in gold-standard mode
public record Transcription(String volunteer, String text, boolean gold) {

    public Transcription(String volunteer, String text) {
        this(volunteer, text, false);
    }
}
