package org.voorwerp.server.dataset;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of a file that a request asks for (RFC 9110, section 14).
sealed interface ByteRange {

    /// All of it.
    record Whole() implements ByteRange {}

    /// The bytes from `first` to `last`, both inclusive.
    record Slice(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /// Nothing of it: what is asked for lies behind its end.
    record Outside() implements ByteRange {}

    Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /// Reads a Range header. One that is absent, malformed, in another unit or asks for several ranges asks for all:
    /// a server may always answer so.
    static ByteRange of(@Nullable String header, long length) {
        var match = SINGLE.matcher(header == null ? "" : header.strip());
        if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
            return new Whole();
        }
        if (match.group(1).isEmpty()) {
            return suffix(Long.parseLong(match.group(2)), length);
        }
        long first = Long.parseLong(match.group(1));
        long last = match.group(2).isEmpty() ? length - 1 : Long.parseLong(match.group(2));
        if (!match.group(2).isEmpty() && last < first) {
            return new Whole();
        }
        return first >= length ? new Outside() : new Slice(first, Math.min(last, length - 1));
    }

    private static ByteRange suffix(long bytes, long length) {
        return bytes == 0 || length == 0 ? new Outside() : new Slice(Math.max(0, length - bytes), length - 1);
    }
}
