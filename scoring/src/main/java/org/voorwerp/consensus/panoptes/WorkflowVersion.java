package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version of a Panoptes workflow: two whole numbers, of which the major counts changes of tasks and the minor
/// changes of texts. It is no decimal number: 5.10 comes after 5.9.
///
/// @param major number before the dot
/// @param minor number after the dot; null means any
public record WorkflowVersion(int major, @Nullable Integer minor) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?");

    /// Reads `14` or `14.18`.
    ///
    /// @throws IllegalArgumentException if it is neither
    @JsonCreator
    public static WorkflowVersion of(String text) {
        var version = read(text.strip());
        if (version == null) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no workflow version; one looks like 14 or 14.18, in quotes");
        }
        return version;
    }

    /// The same; null if it is neither.
    static @Nullable WorkflowVersion read(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return null;
        }
        var minor = match.group(2);
        return new WorkflowVersion(Integer.parseInt(match.group(1)), minor == null ? null : Integer.valueOf(minor));
    }

    /// Whether a classification made under another version, which is a full one, belongs to this.
    boolean covers(WorkflowVersion other) {
        return other.major == major && (minor == null || minor.equals(other.minor));
    }

    /// Whether this is older than a full version, or all of it is.
    boolean isBefore(WorkflowVersion other) {
        return major != other.major ? major < other.major : minor != null && other.minor != null && minor < other.minor;
    }

    @Override
    @JsonValue
    public String toString() {
        return minor == null ? Integer.toString(major) : major + "." + minor;
    }
}
