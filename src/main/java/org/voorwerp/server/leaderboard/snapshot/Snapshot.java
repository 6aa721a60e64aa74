package org.voorwerp.server.leaderboard.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.ChallengeView.MetricView;
import org.voorwerp.server.leaderboard.Board;

/// A board as it was, and what it was made of.
///
/// @param address where it can be read for good, below the server's own address
/// @param takenAt when
/// @param title the challenge's
/// @param citation how the challenge's data want to be cited
/// @param metrics with all parameters
/// @param files SHA-256 of the published files, by name
/// @param commitment SHA-256 of the salted truth and split, by these words; empty where there is none
/// @param software the version of what scored
/// @param board all of it, from the first row to the last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Snapshot(
        String address,
        Instant takenAt,
        String title,
        @Nullable String citation,
        List<MetricView> metrics,
        Map<String, String> files,
        Map<String, String> commitment,
        String software,
        Board board) {

    /// A snapshot as it is sent: a JSON Web Signature in its flattened form (RFC 7515, section 7.2.2), so that any
    /// library for these verifies it.
    ///
    /// @param protectedHeader base64url of the header, which names algorithm and key
    /// @param payload base64url of the snapshot's JSON
    /// @param signature of both, base64url
    public record Signed(@JsonProperty("protected") String protectedHeader, String payload, String signature) {}

    /// Where a snapshot is found.
    ///
    /// @param id names it
    /// @param address of its page
    public record Entry(String id, String address, Instant takenAt) {}
}
