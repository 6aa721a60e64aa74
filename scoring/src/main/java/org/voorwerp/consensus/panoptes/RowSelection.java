package org.voorwerp.consensus.panoptes;

/// Which rows of an export count, before anyone looks at what they answer.
///
/// @param workflow id of the workflow
/// @param gold rows made in gold-standard mode
/// @param experts rows made by experts and owners of the project, who are marked in the column `expert`
/// @param beforeLaunch rows made before the project's launch (`live_project` is false)
public record RowSelection(
        long workflow,
        Versions versions,
        SpecialRows gold,
        SpecialRows experts,
        SpecialRows beforeLaunch,
        Anonymous anonymous) {

    /// The volunteers' rows of all versions.
    public static RowSelection of(long workflow) {
        return new RowSelection(
                workflow,
                Versions.ALL,
                SpecialRows.LEAVE_OUT,
                SpecialRows.LEAVE_OUT,
                SpecialRows.LEAVE_OUT,
                Anonymous.BY_NAME);
    }
}
