package org.voorwerp.server.submission.upload;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `Content-Disposition` (RFC 6266, and RFC 7578 for the parts of a form).
public final class Disposition {

    /// As many as the database takes.
    private static final int LONGEST_NAME = 200;

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z*]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]*+))");
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    private Disposition() {}

    /// A parameter's value; null if there is none.
    static @Nullable String parameter(@Nullable String disposition, String name) {
        if (disposition == null) {
            return null;
        }
        var match = PARAMETER.matcher(disposition);
        while (match.find()) {
            if (match.group(1).equalsIgnoreCase(name)) {
                var quoted = match.group(2);
                // Browsers send a Windows path's backslashes as they are, so only quotes are unescaped.
                return quoted == null ? match.group(3) : quoted.replace("\\\"", "\"");
            }
        }
        return null;
    }

    /// The file's name without folders and control characters, not too long; null if it has none.
    public static @Nullable String fileName(@Nullable String disposition) {
        var name = extended(parameter(disposition, "filename*"));
        if (name == null) {
            name = parameter(disposition, "filename");
        }
        if (name == null) {
            return null;
        }
        var plain = FOLDERS.matcher(name)
                .replaceFirst("")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        int length = Math.min(plain.codePointCount(0, plain.length()), LONGEST_NAME);
        return plain.isEmpty() ? null : plain.substring(0, plain.offsetByCodePoints(0, length));
    }

    /// The header that makes a browser save a file under its name.
    public static String attachment(String name) {
        var ascii = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    /// `UTF-8''na%C3%AFve.csv`
    private static @Nullable String extended(@Nullable String value) {
        if (value == null || !value.regionMatches(true, 0, "UTF-8'", 0, 6)) {
            return null;
        }
        try {
            var encoded = value.substring(value.indexOf('\'', 6) + 1).replace("+", "%2B");
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
