package org.voorwerp.server.challenge.build.source;

import java.security.SecureRandom;

/// The key that makes the published ids of a challenge.
///
/// @param bytes 32 secret ones: the same key and pack give the same ids
/// @param kept whether participants know the ids already, so that another key will not do
public record IdKey(byte[] bytes, boolean kept) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one.
    public static IdKey drawn() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new IdKey(bytes, false);
    }
}
