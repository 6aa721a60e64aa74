package org.voorwerp.server.challenge.build.analysis;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.ceiling.NoiseCeiling;
import org.voorwerp.server.challenge.BuildReport.Ceiling;

/// Where two crowds would stand on the boards, worked out once: the truth does not change.
public final class Ceilings {

    private Ceilings() {}

    public static List<Ceiling> of(TaskKind kind, Truth truth, List<ConfiguredMetric<?>> metrics) {
        var ceilings = new ArrayList<Ceiling>();
        for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
            NoiseCeiling.of(metrics, kind, truth, part)
                    .forEach((metric, ceiling) ->
                            ceilings.add(new Ceiling(metric, part.word(), ceiling.crowd(), ceiling.volunteer())));
        }
        return ceilings;
    }
}
