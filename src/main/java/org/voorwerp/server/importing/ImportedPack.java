package org.voorwerp.server.importing;

import java.util.List;
import org.voorwerp.server.challenge.build.BuildView;

/// A challenge of another platform that is being built.
///
/// @param build of the pack that was made of it
/// @param report what became of what stood in it
public record ImportedPack(BuildView build, Report report) {

    /// What became of what stood in a challenge of another platform.
    ///
    /// @param taken what the pack has, and where
    /// @param assumed what the source does not say and the pack must: to be checked
    /// @param lost what the pack does not have, and why
    public record Report(List<String> taken, List<String> assumed, List<String> lost) {

        static Report of(ImportReport report) {
            return new Report(
                    report.taken().stream().distinct().toList(),
                    report.guessed().stream().distinct().toList(),
                    report.lost().stream().distinct().toList());
        }
    }
}
