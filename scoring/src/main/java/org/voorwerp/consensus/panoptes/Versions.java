package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Versions of a workflow from one to another, both included; a bound without a minor number takes all minors.
///
/// @param from the first; null takes all before `to`
/// @param to the last; null takes all after `from`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Versions(
        @Nullable WorkflowVersion from, @Nullable WorkflowVersion to) {

    public static final Versions ALL = new Versions(null, null);

    /// One version, or all minors of one major version.
    public static Versions only(WorkflowVersion version) {
        return new Versions(version, version);
    }

    /// Reads `14`, `14.18`, or with two dots from one to another: `3.9..3.10`, `14..`, `..16.2`.
    ///
    /// @throws IllegalArgumentException if it is none of these
    public static Versions of(String text) {
        int range = text.indexOf("..");
        return range < 0
                ? only(WorkflowVersion.of(text))
                : new Versions(bound(text.substring(0, range)), bound(text.substring(range + 2)));
    }

    private static @Nullable WorkflowVersion bound(String text) {
        return text.isBlank() ? null : WorkflowVersion.of(text);
    }

    /// Whether every version belongs to these, also one that cannot be read.
    public boolean all() {
        return from == null && to == null;
    }

    /// Whether a full version belongs to these.
    public boolean cover(WorkflowVersion version) {
        return (from == null || from.covers(version) || from.isBefore(version))
                && (to == null || to.covers(version) || version.isBefore(to));
    }

    /// `all`, `14.18`, `14 to 16`, `from 14`, `up to 16.2`
    @Override
    public String toString() {
        if (from == null) {
            return to == null ? "all" : "up to " + to;
        }
        return to == null ? "from " + from : from.equals(to) ? from.toString() : from + " to " + to;
    }
}
