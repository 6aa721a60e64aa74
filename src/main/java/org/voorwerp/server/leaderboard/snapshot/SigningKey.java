package org.voorwerp.server.leaderboard.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/// The server's own Ed25519 key (RFC 8032), made when it is first needed and kept in the database.
@ApplicationScoped
class SigningKey {

    private static final String ALGORITHM = "Ed25519";

    /// The end of a public key's encoding is the key itself.
    private static final int LENGTH = 32;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final EntityManager database;
    private final Clock clock;

    SigningKey(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The public key as a JSON Web Key (RFC 8037).
    ///
    /// @param kid names it: the beginning of its SHA-256
    /// @param x base64url of the key
    record PublicKey(String kty, String crv, String alg, String use, String kid, String x) {}

    @Transactional
    PublicKey publicKey() {
        return publicKey(pair()[1]);
    }

    /// Signs a text.
    ///
    /// @return base64url
    @Transactional
    String sign(String text) {
        try {
            var key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pair()[0]));
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java does not sign", e);
        }
    }

    private static PublicKey publicKey(byte[] encoded) {
        var key = Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
        var id = BASE64.encodeToString(Arrays.copyOf(DigestUtils.sha256(key), 12));
        return new PublicKey("OKP", ALGORITHM, "EdDSA", "sig", id, BASE64.encodeToString(key));
    }

    /// The private and the public key. Of two servers that make one at the same time, one is kept.
    private byte[][] pair() {
        var query = "select private_key, public_key from signing_key";
        if (database.createNativeQuery(query).getResultList().isEmpty()) {
            make();
        }
        var row = (Object[]) database.createNativeQuery(query).getSingleResult();
        return new byte[][] {(byte[]) row[0], (byte[]) row[1]};
    }

    private void make() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            database.createNativeQuery("insert into signing_key values (1, ?1, ?2, ?3) on conflict do nothing")
                    .setParameter(1, pair.getPrivate().getEncoded())
                    .setParameter(2, pair.getPublic().getEncoded())
                    .setParameter(3, clock.instant())
                    .executeUpdate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no keys", e);
        }
    }
}
