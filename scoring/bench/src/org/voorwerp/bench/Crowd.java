package org.voorwerp.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.vote.Votes;

/// Dawid-Skene on a file of votes in whole numbers: `Crowd VOTES ROUNDS`. Prints the seconds that one more iteration
/// takes, both cores at work, for each round after one that does not count.
///
/// The file is read twice, so that the room it takes is that of the votes: run with a small heap to see how small.
final class Crowd {

    private static final int ITERATIONS = 10;
    private static final int CLASSES = 4;

    private Crowd() {}

    public static void main(String[] arguments) throws IOException {
        var votes = read(Path.of(arguments[0]));
        System.out.printf(
                "%,d votes, %,d subjects, %,d volunteers%n",
                votes.size(), votes.subjects().size(), votes.volunteers().size());
        for (int round = 0; round <= Integer.parseInt(arguments[1]); round++) {
            double one = seconds(votes, 1);
            double more = seconds(votes, 1 + ITERATIONS);
            if (round > 0) {
                System.out.printf("seconds %.4f%n", (more - one) / ITERATIONS);
            }
        }
    }

    private static double seconds(Votes votes, int iterations) {
        var model = CrowdModels.builtIn()
                .configure("dawid-skene", Map.of("crowd", 0, "iterations", iterations, "tolerance", 0));
        long start = System.nanoTime();
        model.fit(votes);
        return (System.nanoTime() - start) / 1e9;
    }

    private interface Vote {
        void take(int task, int volunteer, int answer);
    }

    private static Votes read(Path file) throws IOException {
        var most = new int[3];
        each(file, (task, volunteer, _) -> {
            most[0] = Math.max(most[0], task);
            most[1] = Math.max(most[1], volunteer);
            most[2]++;
        });
        var start = new int[most[0] + 2];
        each(file, (task, _, _) -> start[task + 1]++);
        Arrays.parallelPrefix(start, Integer::sum);
        var next = start.clone();
        var by = new int[most[2]];
        var answers = new char[most[2]];
        each(file, (task, volunteer, answer) -> {
            int to = next[task]++;
            by[to] = volunteer;
            answers[to] = (char) answer;
        });
        return Votes.of(
                List.copyOf(new Numbers(CLASSES)),
                new Numbers(most[0] + 1),
                new Numbers(most[1] + 1),
                start,
                by,
                answers);
    }

    private static void each(Path file, Vote vote) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            while (in.read() != '\n') {
                // the header
            }
            for (int task = number(in); task >= 0; task = number(in)) {
                vote.take(task, number(in), number(in));
            }
        }
    }

    private static int number(InputStream in) throws IOException {
        int c = in.read();
        if (c < 0) {
            return -1;
        }
        int number = 0;
        for (; c >= '0' && c <= '9'; c = in.read()) {
            number = number * 10 + c - '0';
        }
        return number;
    }

    /// "0", "1", "2" and so on, made when they are asked for.
    private static final class Numbers extends AbstractList<String> implements RandomAccess {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public String get(int index) {
            return Integer.toString(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
