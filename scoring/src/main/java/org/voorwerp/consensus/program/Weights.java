package org.voorwerp.consensus.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.voorwerp.consensus.vote.Votes;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// A table of weights, one row a volunteer: a figure of merit applied. The columns are `volunteer` and `weight`;
/// volunteers are named as [VolunteerTable] names them, or without the word before the colon.
final class Weights {

    private Weights() {}

    /// One weight a volunteer, in the order of the votes.
    ///
    /// @throws TableException if a weight is negative or no number, or a volunteer has two or none
    static double[] read(Path file, Votes votes) throws IOException {
        var given = new HashMap<String, Double>();
        try (var table = Table.open(file)) {
            int volunteer = table.column("volunteer");
            int weight = table.column("weight");
            for (var row : table) {
                double number = weight(row, weight);
                if (given.put(row.get(volunteer).strip(), number) != null) {
                    throw row.problem(volunteer, "the volunteer has a weight further up");
                }
            }
        }
        List<String> volunteers = votes.volunteers();
        var weights = new double[volunteers.size()];
        for (int j = 0; j < weights.length; j++) {
            var name = volunteers.get(j);
            var found = given.get(name);
            if (found == null) {
                found = given.get(name.substring(name.indexOf(':') + 1));
            }
            if (found == null) {
                throw new TableException(
                        Finding.ofFile("volunteer " + name + " has no weight; who shall not count has 0"));
            }
            weights[j] = found;
        }
        return weights;
    }

    private static double weight(Row row, int column) {
        double number = row.number(column);
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw row.problem(column, "a weight is 0 or more");
        }
        return number;
    }
}
