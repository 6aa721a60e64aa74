package org.voorwerp.consensus.crowd;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.voorwerp.consensus.vote.Votes;

/// Times Dawid-Skene and says what memory it took; it is no test.
///
///     CrowdBenchmark FILE [THREADS]    a file of task,worker,label as shared/bench/make_data.py makes it
///     CrowdBenchmark NUMBER            so many simulated votes, ten a subject, to convergence
public final class CrowdBenchmark {

    private static final int ITERATIONS = 10;
    private static final int ROUNDS = 3;
    private static final int VOLUNTEERS = 83_943;

    private CrowdBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].matches("\\d+")) {
            simulated(Integer.parseInt(arguments[0]));
        } else {
            fromFile(Path.of(arguments[0]));
        }
    }

    private static void fromFile(Path file) throws IOException {
        long start = System.nanoTime();
        var votes = read(file);
        System.out.printf(
                "%,d votes, %,d subjects, %,d volunteers, %,d cells; read in %.2f s; %d threads%n",
                votes.size(),
                votes.subjects().size(),
                votes.volunteers().size(),
                votes.cells().count(),
                (System.nanoTime() - start) / 1e9,
                Runtime.getRuntime().availableProcessors());
        long before = used();
        System.out.printf("votes store: %.2f bytes a vote%n", (double) before / votes.size());
        for (var name : List.of("dawid-skene", "one-coin", "mace")) {
            Map<String, Object> ml = switch (name) {
                case "dawid-skene" -> Map.of("crowd", 0, "iterations", ITERATIONS, "tolerance", 0);
                case "one-coin" -> Map.of("right", 0, "wrong", 0, "iterations", ITERATIONS, "tolerance", 0);
                default -> Map.of("iterations", ITERATIONS, "tolerance", 0);
            };
            var model = CrowdModels.builtIn().configure(name, ml);
            var one = CrowdModels.builtIn().configure(name, with(ml, "iterations", 1));
            double best = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                double few = seconds(() -> one.fit(votes));
                double many = seconds(() -> model.fit(votes));
                best = Math.min(best, many);
                System.out.printf(
                        "%s: %d iterations %.3f s, whole fit; %.4f s an iteration more%n",
                        name, ITERATIONS, many, (many - few) / (ITERATIONS - 1));
            }
            System.out.printf(
                    "%s: best of %d: %.4f s an iteration, all of the fit shared out%n",
                    name, ROUNDS, best / ITERATIONS);
        }
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        var copy = new java.util.HashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void simulated(int number) {
        long start = System.nanoTime();
        var random = SimulatedCrowd.random(2007);
        int classes = 4;
        var right = new double[VOLUNTEERS];
        for (int j = 0; j < right.length; j++) {
            right[j] = 0.45 + 0.5 * random.nextDouble();
        }
        int subjects = number / 10;
        var starts = new int[subjects + 1];
        var by = new int[subjects * 10];
        var answers = new char[by.length];
        var truth = new byte[subjects];
        for (int i = 0; i < subjects; i++) {
            truth[i] = (byte) random.nextInt(classes);
            starts[i + 1] = (i + 1) * 10;
            for (int vote = starts[i]; vote < starts[i + 1]; vote++) {
                // A few volunteers give most of the votes, as they do: the share falls with the rank.
                by[vote] = (int) (VOLUNTEERS * Math.pow(random.nextDouble(), 3));
                // Who errs takes the class for its neighbour more often than for another.
                answers[vote] = (char)
                        (random.nextDouble() < right[by[vote]]
                                ? truth[i]
                                : (truth[i] + 1 + (random.nextDouble() < 0.6 ? 0 : random.nextInt(classes - 1)))
                                        % classes);
            }
        }
        var votes = Votes.of(
                List.of("a", "b", "c", "d"),
                SimulatedCrowd.numbers(subjects),
                SimulatedCrowd.numbers(VOLUNTEERS),
                starts,
                by,
                answers);
        answers = null;
        System.out.printf(
                "%,d simulated votes, %,d subjects, %,d volunteers, %,d cells; made in %.1f s%n",
                votes.size(), subjects, VOLUNTEERS, votes.cells().count(), (System.nanoTime() - start) / 1e9);
        System.out.printf(
                "votes store, with the simulation's truth: %.2f bytes a vote%n", (double) used() / votes.size());
        start = System.nanoTime();
        var fit = CrowdModels.builtIn().configure("dawid-skene", Map.of()).fit(votes);
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        int[] labels = fit.labels();
        long same = 0;
        for (int i = 0; i < subjects; i++) {
            same += labels[i] == truth[i] ? 1 : 0;
        }
        System.out.printf(
                "dawid-skene: %d iterations, converged: %b, %.1f s, %.2f s an iteration; right: %.4f; "
                        + "heap after: %.2f bytes a vote; peak %.2f%n",
                fit.convergence().iterations(),
                fit.convergence().converged(),
                seconds,
                seconds / fit.convergence().iterations(),
                (double) same / subjects,
                (double) used() / votes.size(),
                (double) peak / votes.size());
    }

    /// Lines of three whole numbers, grouped by the first.
    private static Votes read(Path file) throws IOException {
        var columns = new int[3][1 << 20];
        int rows = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            while (in.read() != '\n') {
                // the header
            }
            for (int number = number(in); number >= 0; number = number(in)) {
                if (rows == columns[0].length) {
                    for (int c = 0; c < 3; c++) {
                        columns[c] = java.util.Arrays.copyOf(columns[c], rows * 2);
                    }
                }
                columns[0][rows] = number;
                columns[1][rows] = number(in);
                columns[2][rows++] = number(in);
            }
        }
        int subjects = most(columns[0], rows) + 1;
        int volunteers = most(columns[1], rows) + 1;
        var start = new int[subjects + 1];
        for (int row = 0; row < rows; row++) {
            start[columns[0][row] + 1]++;
        }
        java.util.Arrays.parallelPrefix(start, Integer::sum);
        var next = start.clone();
        var by = new int[rows];
        var answers = new char[rows];
        for (int row = 0; row < rows; row++) {
            int to = next[columns[0][row]]++;
            by[to] = columns[1][row];
            answers[to] = (char) columns[2][row];
        }
        var classes = SimulatedCrowd.numbers(most(columns[2], rows) + 1);
        return Votes.of(
                classes, SimulatedCrowd.numbers(subjects), SimulatedCrowd.numbers(volunteers), start, by, answers);
    }

    private static int most(int[] column, int rows) {
        return java.util.Arrays.stream(column, 0, rows).max().orElse(-1);
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
}
