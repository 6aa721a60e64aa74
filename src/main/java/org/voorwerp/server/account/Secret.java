package org.voorwerp.server.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

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
        return DigestUtils.sha256(secret);
    }
}
