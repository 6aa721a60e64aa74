package org.voorwerp.consensus.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class RealCrowdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"bluebird", "rte", "dog", "web", "product", "relevance", "ms"})
    void show(String name) throws IOException {
        var crowd = RealCrowd.read(name);
        var bench = RealCrowd.expected("benchmark_crowdkit_1.4.1").get(name);
        var ref = RealCrowd.expected("converged_em_reference").get(name);
        var models = CrowdModels.builtIn();
        var text = new StringBuilder("== " + name);
        for (var m : new String[] {"plurality", "wawa", "zero-based-skill", "consistency", "opinion-pool"}) {
            if (m.equals("glad") && name.equals("relevance")) continue;
            var fit = models.configure(m, Map.of()).fit(crowd.votes());
            text.append(String.format("%n%s %.5f nll %.3f it %d ll %.3f", m, crowd.accuracy(fit), crowd.logLoss(fit), fit.convergence().iterations(), fit.convergence().logLikelihood()));
        }
        var ds = models.configure("dawid-skene", Map.of("crowd", 0)).fit(crowd.votes());
        text.append(String.format("%nDS ml %.5f it %d ll %.4f ref %s", crowd.accuracy(ds), ds.convergence().iterations(), ds.convergence().logLikelihood(), ref.get("DS_ml")));
        var oc = models.configure("one-coin", Map.of("right", 0, "wrong", 0)).fit(crowd.votes());
        text.append(String.format("%nOC ml %.5f it %d ll %.4f ref %s", crowd.accuracy(oc), oc.convergence().iterations(), oc.convergence().logLikelihood(), ref.get("OneCoin_ml")));
        bench.fields().forEachRemaining(e -> { if (e.getValue().isObject()) text.append("\n  bench " + e.getKey() + " " + e.getValue().get("acc")); });
        for (int st : new int[] {1,2,3,5,10}) for (double tol : new double[] {1e-4, 3e-4, 1e-3, 3e-3}) if (!name.equals("relevance")) { var f = models.configure("glad", Map.of("steps", st, "tolerance", tol)).fit(crowd.votes()); text.append(String.format(" G%d-%.4f %.5f/%d", st, tol, crowd.accuracy(f), f.convergence().iterations())); }
        System.out.println(text);
    }
}
