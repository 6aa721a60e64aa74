package org.voorwerp.consensus.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.voorwerp.consensus.Extract;
import org.voorwerp.consensus.RealData;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.VotesBuilder;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.table.Table;

/// One of the real crowds in shared/data/crowd-labels, with the truth that experts know.
@NullUnmarked
public record RealCrowd(String name, Votes votes, Gold truth) {

    public static RealCrowd read(String name) throws IOException {
        var builder = new VotesBuilder();
        try (var table = Table.open(RealData.file("crowd-labels/" + name + "/label.csv"))) {
            int item = table.column("item");
            int worker = table.column("worker");
            int label = table.column("label");
            for (var row : table) {
                builder.add(
                        new Extract(row.get(item), row.get(worker), row.get(label), Long.MIN_VALUE, -1, row.line()));
            }
        }
        var votes = builder.build(builder.classesSeen(), Repeats.ALL);
        Map<String, String> truth = new HashMap<>();
        try (var table = Table.open(RealData.file("crowd-labels/" + name + "/truth.csv"))) {
            int item = table.column("item");
            int label = table.column("truth");
            for (var row : table) {
                truth.put(row.get(item), row.get(label));
            }
        }
        return new RealCrowd(name, votes, Gold.of(votes, truth));
    }

    /// The share of subjects of known class that a fit has right.
    public double accuracy(Fit fit) {
        int right = 0;
        int[] labels = fit.labels();
        for (int i = 0; i < labels.length; i++) {
            right += truth.labels()[i] == labels[i] ? 1 : 0;
        }
        return (double) right / truth.size();
    }

    /// Mean of −ln of the probability given to the true class, in nats.
    public double logLoss(Fit fit) {
        double sum = 0;
        for (int i = 0; i < truth.labels().length; i++) {
            if (truth.knows(i)) {
                sum -= Math.log(Math.max(1e-15, fit.posterior()[truth.labels()[i]][i]));
            }
        }
        return sum / truth.size();
    }

    public static JsonNode expected(String file) throws IOException {
        return new ObjectMapper()
                .readTree(
                        RealData.file("crowd-labels/expected/" + file + ".json").toFile());
    }
}
