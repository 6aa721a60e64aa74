package org.voorwerp.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret that opens something: 256 random bits after a prefix by which scanners of leaked secrets know it. It is
/// shown
/// once; what is kept is its hash.
public final class Secret {

    static final String PREFIX = "vw_";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String create() {
        return create(PREFIX);
    }

    /// A new one.
    ///
    /// @param prefix says what it opens, e.g. `vwi_`
    public static String create(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Plain SHA-256: a secret of full entropy needs no slow hash.
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
