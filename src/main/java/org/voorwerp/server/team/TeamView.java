package org.voorwerp.server.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.entry.InvitationLinks.InvitationView;

/// A team as its members see it.
///
/// @param captain the handle of who decides for it
/// @param members the longest in it first
/// @param size how many members it may have
/// @param frozenAt from when on nobody joins or leaves; left out where teams never freeze
/// @param invitations links that are valid; only the captain sees them
/// @param mergers proposals that wait for an answer
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamView(
        UUID id,
        String name,
        String captain,
        List<MemberView> members,
        int size,
        @Nullable Instant frozenAt,
        List<InvitationView> invitations,
        List<MergerView> mergers) {

    public record MemberView(String handle, Instant since) {}

    /// A proposal.
    ///
    /// @param into the team that asks, and stays
    /// @param from the team that is asked, and becomes part of the other
    /// @param proposedBy a handle
    /// @param sent whether this team proposed it
    public record MergerView(UUID id, String into, String from, String proposedBy, Instant proposedAt, boolean sent) {}

    /// Something that happened to a team.
    ///
    /// @param what `made`, `joined`, `left`, `captain` or `renamed`
    /// @param person whom it concerns
    /// @param by who did it
    /// @param other the team that the person came from or went to
    /// @param name that the team was given
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventView(
            Instant at,
            String what,
            String person,
            String by,
            @Nullable String other,
            @Nullable String name) {}
}
