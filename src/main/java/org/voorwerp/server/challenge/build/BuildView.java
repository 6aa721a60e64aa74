package org.voorwerp.server.challenge.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.BuildReport;
import org.voorwerp.server.challenge.pack.PackFinding;

/// How far a pack has come.
///
/// @param state `waiting`, `running`, `built`, `refused` or `failed`
/// @param step what is being done
/// @param progress from 0 to 1
/// @param errors what is wrong with the pack, the first of it
/// @param errorCount how much is wrong in all
/// @param incident the number to quote if the fault is ours
/// @param report what was built
/// @param challenge where the challenge is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BuildView(
        UUID id,
        String state,
        String step,
        double progress,
        String slug,
        @Nullable List<PackFinding> errors,
        @Nullable Long errorCount,
        @Nullable String incident,
        @Nullable BuildReport report,
        @Nullable String challenge,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static BuildView of(PackBuild build, @Nullable BuildReport report) {
        boolean built = build.state.equals(BuildState.BUILT.word());
        return new BuildView(
                build.id,
                build.state,
                build.step,
                build.progress,
                build.slug,
                build.findings,
                build.findings == null ? null : build.findingCount,
                build.incident,
                report,
                built ? "/api/challenges/" + build.slug : null,
                build.createdAt,
                build.finishedAt);
    }
}
