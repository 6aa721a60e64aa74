package org.voorwerp.holdout;

import java.util.HashMap;
import java.util.HashSet;
import org.voorwerp.consensus.KeyedHash;

/// Gives subjects the ids under which they are published: 16 letters and digits of a keyed hash of the upstream id.
/// Without the key nobody can find out which subject of the Zooniverse one is, and the order of the ids says nothing.
///
/// 80 bits in base 32 (RFC 4648, lower case). No id looks like a number to a table program, as hexadecimal ones such
/// as `12345678e9012345` do.
public final class PublishedIds {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;

    private final KeyedHash hash;
    private final HashMap<String, String> byUpstream = new HashMap<>();
    private final HashSet<String> given = new HashSet<>();

    /// @param secret at least 16 bytes, kept with the challenge
    public PublishedIds(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("a secret of " + secret.length + " bytes is too short");
        }
        hash = KeyedHash.of(secret);
    }

    /// The published id of a subject.
    ///
    /// @throws IllegalStateException if another subject has it: then another secret is needed
    public String of(String upstream) {
        return byUpstream.computeIfAbsent(upstream, this::give);
    }

    private String give(String upstream) {
        var id = encoded(hash.digest(upstream));
        if (!given.add(id)) {
            throw new IllegalStateException("two subjects get the id " + id + "; another secret is needed");
        }
        return id;
    }

    private static String encoded(byte[] digest) {
        var id = new StringBuilder(LENGTH);
        long bits = 0;
        int count = 0;
        for (int next = 0; id.length() < LENGTH; ) {
            if (count < 5) {
                bits = bits << 8 | digest[next++] & 0xff;
                count += 8;
            }
            count -= 5;
            id.append(ALPHABET.charAt((int) (bits >> count & 31)));
        }
        return id.toString();
    }
}
