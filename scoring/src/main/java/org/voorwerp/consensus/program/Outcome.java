package org.voorwerp.consensus.program;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Tally;
import org.voorwerp.consensus.reduce.Reduction.Refused;
import org.voorwerp.consensus.report.CrowdReport;
import org.voorwerp.consensus.report.Figure;
import org.voorwerp.table.Finding;

/// What came of a run.
///
/// @param recipe every choice, ready to be written as JSON
/// @param rows what became of the file's rows
/// @param subjects rows written, or subjects
/// @param leftOut why → number of subjects
/// @param refused subjects that could not be reduced
/// @param warnings what should be known before anybody relies on it
/// @param crowd null where there are no votes for classes
/// @param figures more plots
record Outcome(
        Object recipe,
        Tally rows,
        int subjects,
        Map<String, Integer> leftOut,
        List<Refused> refused,
        List<Finding> warnings,
        @Nullable CrowdReport crowd,
        List<Figure> figures) {}
