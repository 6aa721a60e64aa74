package org.voorwerp.server.web;

/// A place in a list, as an address has it: counted from 1.
public final class Position {

    private Position() {}

    /// What is no number is the first place: whoever writes into addresses gets a page, not a lecture.
    public static long of(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
