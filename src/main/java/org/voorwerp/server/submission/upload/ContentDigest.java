package org.voorwerp.server.submission.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// The digests that a client announces for the bytes it sends (RFC 9530): a dictionary of structured fields (RFC 9651),
/// e.g. `sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:`. Algorithms not known here are passed over, as the
/// standard asks.
final class ContentDigest {

    private static final Map<String, String> KNOWN = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private static final String KEY = "[a-z*][a-z0-9_.*-]*";
    private static final String PARAMETERS = "(?:; *" + KEY + "(?:=[^;,\"]*|=\"[^\"]*\")?)*";
    private static final Pattern MEMBER =
            Pattern.compile("[ \\t]*(" + KEY + ")(?:=:([A-Za-z0-9+/=]*):|=[^:,]*)?" + PARAMETERS + "[ \\t]*");

    private record Announced(String algorithm, byte[] expected, MessageDigest actual) {}

    private final List<Announced> announced;

    private ContentDigest(List<Announced> announced) {
        this.announced = announced;
    }

    /// @param headers none, one or several field values
    /// @throws Invalid if they are not such a dictionary
    static ContentDigest parse(List<String> headers) {
        var byAlgorithm = new LinkedHashMap<String, Announced>();
        for (var header : headers) {
            for (var member : header.split(",", -1)) {
                var match = MEMBER.matcher(member);
                if (!match.matches()) {
                    throw malformed();
                }
                var algorithm = KNOWN.get(match.group(1));
                if (algorithm != null) {
                    // Of several values for a key the last holds.
                    byAlgorithm.put(match.group(1), announced(match.group(1), algorithm, match.group(2)));
                }
            }
        }
        return new ContentDigest(new ArrayList<>(byAlgorithm.values()));
    }

    private static Announced announced(String key, String algorithm, @Nullable String base64) {
        if (base64 == null) {
            throw malformed();
        }
        try {
            return new Announced(key, Base64.getDecoder().decode(base64), MessageDigest.getInstance(algorithm));
        } catch (IllegalArgumentException e) {
            throw malformed();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has " + algorithm, e);
        }
    }

    private static Invalid malformed() {
        return new Invalid(
                "The header Content-Digest cannot be read; it looks like sha-256=:<base64 of the digest>: (RFC 9530).");
    }

    void update(byte[] buffer, int offset, int length) {
        for (var one : announced) {
            one.actual().update(buffer, offset, length);
        }
    }

    /// To be called once, after the last update.
    ///
    /// @throws DigestMismatch if one of them differs
    void verify() {
        for (var one : announced) {
            var actual = one.actual().digest();
            if (!MessageDigest.isEqual(actual, one.expected())) {
                var base64 = Base64.getEncoder();
                throw new DigestMismatch(
                        one.algorithm(), base64.encodeToString(one.expected()), base64.encodeToString(actual));
            }
        }
    }
}
