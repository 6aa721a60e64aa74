package org.voorwerp.server.leaderboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.ceiling.NoiseCeiling;
import org.voorwerp.server.challenge.BuildReport.Ceiling;
import org.voorwerp.server.challenge.disclosure.Disclosure;
import org.voorwerp.server.leaderboard.standing.Current;

/// Where volunteers themselves would stand on a board.
///
/// @param who `crowd`: as many votes, drawn anew from how they fell; `volunteer`: one volunteer, against the rest
/// @param scores by metric, those of the public part as boards tell them
public record CrowdLine(String who, Map<String, Double> scores) {

    /// Those of a board; none where votes are not known, or the metrics or the truth have changed since.
    static List<CrowdLine> of(Current current, Part part) {
        var ceilings = current.challenge().report.ceilings();
        if (ceilings == null || current.version() != 1) {
            return List.of();
        }
        var crowd = new LinkedHashMap<String, Double>();
        var volunteer = new LinkedHashMap<String, Double>();
        for (var ceiling : ceilings) {
            if (ceiling.part().equals(part.word())) {
                add(crowd, ceiling, ceiling.crowd(), current, part);
                add(volunteer, ceiling, ceiling.volunteer(), current, part);
            }
        }
        var lines = new ArrayList<CrowdLine>();
        if (!crowd.isEmpty()) {
            lines.add(new CrowdLine("crowd", crowd));
        }
        if (!volunteer.isEmpty()) {
            lines.add(new CrowdLine("volunteer", volunteer));
        }
        return lines;
    }

    private static void add(
            Map<String, Double> scores, Ceiling ceiling, NoiseCeiling.@Nullable Line line, Current current, Part part) {
        if (line != null) {
            var disclosure = current.boards().rules().disclosure();
            scores.put(ceiling.metric(), part == Part.PUBLIC ? told(disclosure, ceiling.metric(), line) : line.value());
        }
    }

    private static double told(Disclosure disclosure, String metric, NoiseCeiling.Line line) {
        return Objects.requireNonNull(disclosure.columns().get(metric)).told(line.value());
    }
}
