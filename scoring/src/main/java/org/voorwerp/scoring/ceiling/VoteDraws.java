package org.voorwerp.scoring.ceiling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Predictions;
import org.voorwerp.scoring.Predictions.Cells;
import org.voorwerp.scoring.Predictions.ClassCells;
import org.voorwerp.scoring.Predictions.NumberCells;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.SubjectIndex;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.Truth.ClassAnswers;
import org.voorwerp.scoring.Truth.ValueAnswers;
import org.voorwerp.scoring.Values;

/// Votes on some subjects, drawn from their fractions.
abstract sealed class VoteDraws {

    /// Predictions and the truth they are to be compared with.
    record Drawn(Truth truth, Predictions predictions) {}

    private final SubjectIndex subjects;
    private final Part[] parts;
    final int[] votes;

    private VoteDraws(Truth truth, int[] rows) {
        subjects = SubjectIndex.of(
                IntStream.of(rows).mapToObj(truth.subjects()::id).toList());
        parts = IntStream.of(rows).mapToObj(row -> truth.parts()[row]).toArray(Part[]::new);
        int[] all = Objects.requireNonNull(truth.votes());
        votes = IntStream.of(rows).map(row -> all[row]).toArray();
    }

    /// Null where the fractions of the votes are not known.
    ///
    /// @param rows positions of subjects with two votes or more
    static @Nullable VoteDraws of(TaskKind kind, Truth truth, int[] rows) {
        if (rows.length == 0) {
            return null;
        }
        return switch (kind) {
            case Labels _ -> ofClasses(truth, rows, false);
            case Probabilities _ -> ofClasses(truth, rows, true);
            case Values _ -> ofColumns(truth, rows);
            // Of several readings made one nobody knows what each said.
            case Texts _ -> null;
        };
    }

    private static @Nullable VoteDraws ofClasses(Truth truth, int[] rows, boolean probabilities) {
        return truth.answers() instanceof ClassAnswers answers && answers.fractions() != null
                ? new OfClasses(truth, rows, answers, pick(answers.fractions(), rows), probabilities)
                : null;
    }

    private static @Nullable VoteDraws ofColumns(Truth truth, int[] rows) {
        if (!(truth.answers() instanceof ValueAnswers(var columns, var values))) {
            return null;
        }
        double[][] fractions = pick(values, rows);
        boolean inRange =
                Arrays.stream(fractions).flatMapToDouble(Arrays::stream).allMatch(value -> value >= 0 && value <= 1);
        return inRange ? new OfColumns(truth, rows, columns, fractions) : null;
    }

    private static double[][] pick(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column ->
                        IntStream.of(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    /// How many votes a crowd gives on all subjects.
    long votes() {
        return Arrays.stream(votes).asLongStream().sum();
    }

    /// A crowd as large as there was, before the truth as it is.
    abstract Drawn crowd(RandomGenerator random);

    /// A vote on each subject, before what the others say.
    abstract Drawn volunteer(RandomGenerator random);

    final Drawn drawn(Truth.Answers answers, List<Cells> cells) {
        return new Drawn(new Truth(subjects, parts, votes, answers), new Predictions(cells));
    }

    /// From 0 to 1, 1 excluded.
    private static double uniform(RandomGenerator random) {
        // Own conversion: only nextLong is fixed by the algorithm's name.
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    private static final class OfClasses extends VoteDraws {
        private final List<String> classes;
        private final int[] labels;

        /// `[class][subject]`
        private final double[][] fractions;

        /// Whether probabilities are asked for and not labels.
        private final boolean probabilities;

        OfClasses(Truth truth, int[] rows, ClassAnswers answers, double[][] fractions, boolean probabilities) {
            super(truth, rows);
            this.classes = answers.classes();
            this.labels = IntStream.of(rows).map(row -> answers.labels()[row]).toArray();
            this.fractions = fractions;
            this.probabilities = probabilities;
        }

        @Override
        Drawn crowd(RandomGenerator random) {
            var counts = new double[fractions.length][votes.length];
            for (int i = 0; i < votes.length; i++) {
                for (int vote = 0; vote < votes[i]; vote++) {
                    counts[draw(i, random)][i]++;
                }
            }
            var answers = new ClassAnswers(classes, labels, fractions);
            if (!probabilities) {
                return drawn(answers, List.of(new ClassCells(commonest(counts))));
            }
            for (var ofClass : counts) {
                for (int i = 0; i < votes.length; i++) {
                    ofClass[i] = (ofClass[i] + 1.0 / counts.length) / (votes[i] + 1.0);
                }
            }
            return drawn(answers, numbers(counts));
        }

        @Override
        Drawn volunteer(RandomGenerator random) {
            int[] vote =
                    IntStream.range(0, votes.length).map(i -> draw(i, random)).toArray();
            var rest = new double[fractions.length][votes.length];
            for (int i = 0; i < votes.length; i++) {
                double sum = 0;
                for (int k = 0; k < rest.length; k++) {
                    rest[k][i] = Math.max(0, fractions[k][i] * votes[i] - (vote[i] == k ? 1 : 0));
                    sum += rest[k][i];
                }
                for (var ofClass : rest) {
                    ofClass[i] /= sum;
                }
            }
            var answers = new ClassAnswers(classes, commonest(rest), rest);
            return drawn(answers, probabilities ? numbers(sure(vote)) : List.of(new ClassCells(vote)));
        }

        private double[][] sure(int[] vote) {
            var cells = new double[fractions.length][vote.length];
            for (int k = 0; k < cells.length; k++) {
                for (int i = 0; i < vote.length; i++) {
                    cells[k][i] = vote[i] == k ? Probabilities.SURE : (1 - Probabilities.SURE) / (cells.length - 1);
                }
            }
            return cells;
        }

        private int draw(int subject, RandomGenerator random) {
            double left = uniform(random);
            int last = 0;
            for (int k = 0; k < fractions.length; k++) {
                double share = fractions[k][subject];
                if (share > 0) {
                    last = k;
                    left -= share;
                    if (left < 0) {
                        return k;
                    }
                }
            }
            // Fractions may add up to a little less than one.
            return last;
        }

        /// Of several the first; sums of fractions that differ by rounding are the same.
        private static int[] commonest(double[][] counts) {
            var best = new int[counts[0].length];
            for (int k = 1; k < counts.length; k++) {
                for (int i = 0; i < best.length; i++) {
                    best[i] = counts[k][i] > counts[best[i]][i] + 1e-9 ? k : best[i];
                }
            }
            return best;
        }
    }

    private static final class OfColumns extends VoteDraws {
        private final List<String> columns;

        /// `[column][subject]`
        private final double[][] fractions;

        OfColumns(Truth truth, int[] rows, List<String> columns, double[][] fractions) {
            super(truth, rows);
            this.columns = columns;
            this.fractions = fractions;
        }

        @Override
        Drawn crowd(RandomGenerator random) {
            var cells = new double[fractions.length][votes.length];
            for (int c = 0; c < cells.length; c++) {
                for (int i = 0; i < votes.length; i++) {
                    for (int vote = 0; vote < votes[i]; vote++) {
                        cells[c][i] += uniform(random) < fractions[c][i] ? 1 : 0;
                    }
                    cells[c][i] /= votes[i];
                }
            }
            return drawn(new ValueAnswers(columns, fractions), numbers(cells));
        }

        @Override
        Drawn volunteer(RandomGenerator random) {
            var cells = new double[fractions.length][votes.length];
            var rest = new double[fractions.length][votes.length];
            for (int c = 0; c < cells.length; c++) {
                for (int i = 0; i < votes.length; i++) {
                    cells[c][i] = uniform(random) < fractions[c][i] ? 1 : 0;
                    rest[c][i] = Math.clamp((fractions[c][i] * votes[i] - cells[c][i]) / (votes[i] - 1.0), 0.0, 1.0);
                }
            }
            return drawn(new ValueAnswers(columns, rest), numbers(cells));
        }
    }

    private static List<Cells> numbers(double[][] columns) {
        var cells = new ArrayList<Cells>();
        for (var column : columns) {
            cells.add(new NumberCells(column));
        }
        return cells;
    }
}
