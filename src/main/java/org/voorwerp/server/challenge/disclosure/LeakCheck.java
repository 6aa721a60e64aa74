package org.voorwerp.server.challenge.disclosure;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.voorwerp.server.challenge.BuildReport;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.PublicationCheck;

/// What the build found that tells the truth without being meant to.
@Singleton
class LeakCheck implements PublicationCheck {

    @Override
    public List<String> obstacles(Challenge challenge) {
        return obstacles(challenge.report);
    }

    static List<String> obstacles(BuildReport report) {
        var obstacles = new ArrayList<String>();
        for (var leak : Objects.requireNonNullElse(report.leaks(), List.<BuildReport.Leak>of())) {
            obstacles.add(String.format(
                    Locale.ROOT,
                    "%s alone tells the truth: ROC-AUC %.3f on subjects not learnt from, by chance less often than once in"
                            + " %d. Take it away, or name \"%s\" among subjects/informative in challenge.yaml if it is"
                            + " meant to tell.",
                    leak.feature(),
                    leak.area(),
                    (int) Math.floor(1 / leak.p()),
                    leak.attribute()));
        }
        for (var straddling : Objects.requireNonNullElse(report.straddling(), List.<String>of())) {
            obstacles.add(straddling);
        }
        return obstacles;
    }
}
