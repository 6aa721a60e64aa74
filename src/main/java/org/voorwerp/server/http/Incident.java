package org.voorwerp.server.http;

import java.security.SecureRandom;

/// A number to quote for something that went wrong on our side; the log holds the rest under it.
public final class Incident {

    private static final SecureRandom RANDOM = new SecureRandom();
    /// Without letters and digits that are mistaken for one another.
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private Incident() {}

    /// A new one, e.g. `k7m2p-x9qrt`.
    public static String next() {
        var id = new StringBuilder(11);
        for (int i = 0; i < 11; i++) {
            id.append(i == 5 ? '-' : ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
