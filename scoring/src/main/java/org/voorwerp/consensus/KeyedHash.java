package org.voorwerp.consensus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 of texts: draws that depend on the key and the text and on nothing else, least of all on the order
/// in which the texts come. Not safe for use by several threads.
public final class KeyedHash {

    private final Mac mac;

    private KeyedHash(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /// @param secret at least one byte
    public static KeyedHash of(byte[] secret) {
        return new KeyedHash(secret);
    }

    /// @param purpose makes draws for one purpose independent of draws for another
    public static KeyedHash of(long seed, String purpose) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        return new KeyedHash(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(seed)
                .put(name)
                .array());
    }

    /// 32 bytes.
    public byte[] digest(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A number from 0 inclusive to 1 exclusive, uniform over texts.
    public double uniform(String text) {
        return (ByteBuffer.wrap(digest(text)).getLong() >>> 11) * 0x1.0p-53;
    }

    /// A whole number from 0 inclusive to `bound` exclusive.
    public int below(int bound, String text) {
        return (int) (uniform(text) * bound);
    }

    /// The texts in an order that only this key knows.
    public List<String> shuffled(List<String> texts) {
        record Keyed(byte[] key, String text) {}
        return texts.stream()
                .map(text -> new Keyed(digest(text), text))
                .sorted(Comparator.comparing(Keyed::key, Arrays::compareUnsigned)
                        .thenComparing(Keyed::text))
                .map(Keyed::text)
                .toList();
    }
}
