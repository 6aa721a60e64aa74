package org.voorwerp.consensus.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/// A word, a mark of punctuation or a character of a text.
///
/// @param written as it was typed
/// @param folded what is compared: canonically composed, in lower case, all kinds of apostrophe alike
public record Token(String written, String folded) {

    static Token of(String written) {
        var folded = Normalizer.normalize(written, Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u02bc', '\'');
        return new Token(written, folded);
    }
}
