package org.voorwerp.server.leaderboard.snapshot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Snapshots by their permanent addresses.
@Path("/api/snapshots")
@Tag(name = "Leaderboard")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SnapshotResource {

    private final Snapshots snapshots;
    private final SigningKey key;

    SnapshotResource(Snapshots snapshots, SigningKey key) {
        this.snapshots = snapshots;
        this.key = key;
    }

    /// A set of keys (RFC 7517).
    public record Keys(List<SigningKey.PublicKey> keys) {}

    @GET
    @Path("{id}")
    @Operation(
            summary = "A snapshot",
            description =
                    "A board frozen to be cited, with its scores, the SHA-256 of published files and of the salted truth,"
                            + " metrics and the version of what scored: a flattened JSON Web Signature (RFC 7515) by the"
                            + " server's Ed25519 key. `payload` is the board, base64url of JSON.")
    public Snapshot.Signed get(@PathParam("id") UUID id) {
        return snapshots.signed(id);
    }

    @GET
    @Path("keys")
    @Operation(
            summary = "The key that snapshots are signed with",
            description = "A JSON Web Key Set (RFC 7517, RFC 8037) of one Ed25519 key.")
    public Keys keys() {
        return new Keys(List.of(key.publicKey()));
    }
}
