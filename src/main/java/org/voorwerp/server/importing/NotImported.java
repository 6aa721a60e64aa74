package org.voorwerp.server.importing;

/// A challenge of another platform of which no pack can be made. The message says why, and what to do.
public final class NotImported extends Exception {

    private static final long serialVersionUID = 1L;

    NotImported(String message) {
        super(message);
    }
}
