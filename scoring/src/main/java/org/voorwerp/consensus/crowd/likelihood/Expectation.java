package org.voorwerp.consensus.crowd.likelihood;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// The expectation step over all votes: what each subject is, given a table of how probable each vote is for each
/// class, and from that how often each volunteer is expected to have given each answer to each class.
///
/// Subjects are cut into *lanes*, each with counts of its own, which are added up in their order. Where they
/// are cut and how many there are depends on the votes alone, so that results are the same whatever the number
/// of threads. Nothing is kept a vote or a subject.
final class Expectation {

    private static final int MOST_LANES = 16;

    /// What all lanes together may take, in bytes a vote.
    private static final long LANE_BYTES_A_VOTE = 3;

    /// Fewer votes than this are not worth a second thread.
    private static final int ONE_LANE = 1 << 15;

    private final Votes votes;
    private final VoteRows rows;
    private final Gold gold;
    private final int classes;
    private final int[] bounds;
    private final double[][] lanes;
    private final double[][] classLanes;
    private final LogProduct[] likelihoods;

    Expectation(Votes votes, Gold gold) {
        this.votes = votes;
        this.gold = gold;
        classes = votes.classes().size();
        rows = new VoteRows(votes, classes);
        int width = Math.multiplyExact(votes.cells().count(), classes);
        int count = lanes(votes.size(), width);
        bounds = bounds(votes, count);
        lanes = new double[count][width + FewClasses.BEYOND];
        classLanes = new double[count][classes];
        likelihoods = new LogProduct[count];
    }

    private static int lanes(int votes, int width) {
        if (votes < ONE_LANE) {
            return 1;
        }
        long fitting = LANE_BYTES_A_VOTE * votes / (8L * width);
        return Integer.highestOneBit(Math.clamp(fitting, 2, MOST_LANES));
    }

    /// Subjects at which lanes begin, each lane with about as many votes.
    private static int[] bounds(Votes votes, int count) {
        int subjects = votes.subjects().size();
        var bounds = new int[count + 1];
        int subject = 0;
        for (int lane = 1; lane < count; lane++) {
            long before = (long) votes.size() * lane / count;
            while (subject < subjects && votes.start(subject) < before) {
                subject++;
            }
            bounds[lane] = subject;
        }
        bounds[count] = subjects;
        return bounds;
    }

    /// A table for [#expect], empty.
    double[] table() {
        return new double[lanes[0].length];
    }

    /// Counts as though each subject were of each class as often as votes say, which is where iterations begin.
    void start() {
        empty();
        inParallel(lane -> {
            var t = new double[classes];
            for (int i = bounds[lane]; i < bounds[lane + 1]; i++) {
                if (speaks(i)) {
                    fractions(i, t);
                    count(i, t, lane);
                }
            }
        });
        addUp();
    }

    /// Counts what is expected under a table.
    ///
    /// @param table of [#table()], `[cell * classes + class]`: how probable the cell's answer is for the class
    /// @param prior of each class
    /// @return logarithm of the likelihood of the votes
    double expect(double[] table, double[] prior) {
        empty();
        var few = classes <= FewClasses.MOST ? new FewClasses(votes, gold, table, prior) : null;
        inParallel(lane -> {
            var t = new double[classes];
            var likelihood = new LogProduct();
            int end = bounds[lane + 1];
            for (int i = bounds[lane]; i < end; i++) {
                i = few == null ? i : few.count(i, end, lanes[lane], classLanes[lane], likelihood);
                if (i < end && speaks(i)) {
                    posterior(i, table, prior, t, likelihood);
                    count(i, t, lane);
                }
            }
            likelihoods[lane] = likelihood;
        });
        addUp();
        double sum = 0;
        for (var likelihood : likelihoods) {
            sum += likelihood.logarithm();
        }
        return sum;
    }

    /// In place of expected counts their variances Σ_i t_ik (1 − t_ik): how much of a count is guesswork.
    void spread(double[] table, double[] prior) {
        empty();
        inParallel(lane -> {
            var t = new double[classes];
            var likelihood = new LogProduct();
            for (int i = bounds[lane]; i < bounds[lane + 1]; i++) {
                if (speaks(i)) {
                    posterior(i, table, prior, t, likelihood);
                    for (int k = 0; k < classes; k++) {
                        t[k] *= 1 - t[k];
                    }
                    count(i, t, lane);
                }
            }
        });
        addUp();
    }

    /// `[class][subject]`.
    double[][] posteriors(double[] table, double[] prior) {
        var posterior = new double[classes][votes.subjects().size()];
        inParallel(lane -> {
            var t = new double[classes];
            var likelihood = new LogProduct();
            for (int i = bounds[lane]; i < bounds[lane + 1]; i++) {
                posterior(i, table, prior, t, likelihood);
                for (int k = 0; k < classes; k++) {
                    posterior[k][i] = t[k];
                }
            }
        });
        return posterior;
    }

    /// What the last step counted, `[cell * classes + class]`; overwritten by the next.
    double[] counts() {
        return lanes[0];
    }

    /// How many subjects the last step expected of each class.
    double[] classCounts() {
        return classLanes[0];
    }

    /// Whether anything is known of a subject; the others are of no class.
    private boolean speaks(int subject) {
        return votes.start(subject) < votes.end(subject) || gold.knows(subject);
    }

    private void empty() {
        inParallel(lane -> {
            Arrays.fill(lanes[lane], 0);
            Arrays.fill(classLanes[lane], 0);
        });
    }

    private void inParallel(IntConsumer lane) {
        if (lanes.length == 1) {
            lane.accept(0);
        } else {
            IntStream.range(0, lanes.length).parallel().forEach(lane);
        }
    }

    private void addUp() {
        if (lanes.length > 1) {
            Blocks.of(lanes[0].length).forEach((from, to) -> {
                for (int lane = 1; lane < lanes.length; lane++) {
                    for (int c = from; c < to; c++) {
                        lanes[0][c] += lanes[lane][c];
                    }
                }
            });
        }
        for (int lane = 1; lane < lanes.length; lane++) {
            for (int k = 0; k < classes; k++) {
                classLanes[0][k] += classLanes[lane][k];
            }
        }
    }

    private void count(int subject, double[] t, int lane) {
        rows.add(votes.start(subject), votes.end(subject), t, lanes[lane]);
        double[] classLane = classLanes[lane];
        for (int k = 0; k < t.length; k++) {
            classLane[k] += t[k];
        }
    }

    private void fractions(int subject, double[] t) {
        Arrays.fill(t, 0);
        if (gold.knows(subject)) {
            t[gold.labels()[subject]] = 1;
            return;
        }
        double share = 1.0 / (votes.end(subject) - votes.start(subject));
        for (int vote = votes.start(subject); vote < votes.end(subject); vote++) {
            t[votes.answer(vote)] += share;
        }
    }

    /// The product of the votes' probabilities, scaled by powers of two before it can underflow: as exact as
    /// sums of logarithms and without a logarithm or an exponential a vote.
    private void posterior(int subject, double[] table, double[] prior, double[] t, LogProduct likelihood) {
        System.arraycopy(prior, 0, t, 0, t.length);
        int exponent = 0;
        int end = votes.end(subject);
        for (int from = votes.start(subject); from < end; from += LogProduct.FACTORS) {
            if (from > votes.start(subject)) {
                exponent += LogProduct.lift(t);
            }
            rows.multiply(from, Math.min(end, from + LogProduct.FACTORS), table, t);
        }
        if (gold.knows(subject)) {
            settle(gold.labels()[subject], t);
        }
        double sum = 0;
        for (double x : t) {
            sum += x;
        }
        if (sum > LogProduct.SAFE) {
            for (int k = 0; k < t.length; k++) {
                t[k] /= sum;
            }
            likelihood.multiply(sum, exponent);
        } else {
            inLogarithms(subject, table, prior, t, likelihood);
        }
    }

    private static void settle(int label, double[] t) {
        double known = t[label];
        Arrays.fill(t, 0);
        t[label] = known;
    }

    /// The slow way, for votes that contradict each other so much that no scaling helps.
    private void inLogarithms(int subject, double[] table, double[] prior, double[] t, LogProduct likelihood) {
        for (int k = 0; k < t.length; k++) {
            t[k] = Math.log(prior[k]);
            for (int vote = votes.start(subject); vote < votes.end(subject); vote++) {
                t[k] += Math.log(table[votes.cell(vote) * classes + k]);
            }
        }
        int label = gold.labels()[subject];
        if (label >= 0) {
            double known = Math.max(t[label], Math.log(Double.MIN_VALUE));
            Arrays.fill(t, 0);
            t[label] = 1;
            likelihood.addLogarithm(known);
            return;
        }
        double most = Arrays.stream(t).max().orElseThrow();
        if (most == Double.NEGATIVE_INFINITY) {
            // Impossible under every class: nothing is learnt from it.
            System.arraycopy(prior, 0, t, 0, t.length);
            likelihood.addLogarithm(Math.log(Double.MIN_VALUE));
            return;
        }
        double sum = 0;
        for (int k = 0; k < t.length; k++) {
            t[k] = Math.exp(t[k] - most);
            sum += t[k];
        }
        for (int k = 0; k < t.length; k++) {
            t[k] /= sum;
        }
        likelihood.addLogarithm(most + Math.log(sum));
    }
}
