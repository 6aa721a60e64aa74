package org.voorwerp.consensus.text;

/// More text of one subject than is aligned.
public final class TextTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TextTooLongException(int texts, long tokens) {
        super("%,d transcriptions of one subject with %,d tokens in all are too much to align; leave out the longest"
                .formatted(texts, tokens));
    }
}
