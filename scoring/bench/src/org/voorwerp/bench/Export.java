package org.voorwerp.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.voorwerp.consensus.PanoptesExport;
import org.voorwerp.consensus.Recipe;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.VotesBuilder;

/// From a classification export to the votes on each subject: `Export FILE ROUNDS`. Prints how many votes there are for
/// each answer and the seconds of each round; of several rounds, after some seconds that do not count.
final class Export {

    private static final long WORKFLOW = 4249;

    /// Nanoseconds after which all is compiled.
    private static final long WARM_UP = 5_000_000_000L;

    private Export() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[1]);
        long warm = System.nanoTime() + (rounds == 1 ? 0 : WARM_UP);
        int round = 0;
        while (round < rounds) {
            long start = System.nanoTime();
            var builder = new VotesBuilder();
            PanoptesExport.read(Path.of(arguments[0]), Recipe.of(WORKFLOW, "T0"), null, builder::add);
            var votes = builder.build(builder.classesSeen(), Repeats.FIRST);
            var counts = votes.counts();
            if (start >= warm) {
                System.out.printf("seconds %.4f%n", (System.nanoTime() - start) / 1e9);
                round++;
            }
            if (round == rounds) {
                IntStream.range(0, counts.length)
                        .forEach(k -> System.out.println(votes.classes().get(k) + " "
                                + Arrays.stream(counts[k]).sum()));
            }
        }
    }
}
