package org.voorwerp.consensus.crowd;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.NullUnmarked;
import org.voorwerp.consensus.vote.Gold;
import org.voorwerp.consensus.vote.Votes;

/// A crowd whose truth and whose volunteers are known, because a model made its votes.
///
/// @param truth class of each subject
/// @param confusion `[volunteer][class][answer]`
@NullUnmarked
public record SimulatedCrowd(Votes votes, Gold truth, double[][][] confusion, double[] prior) {

    /// How a volunteer comes by an answer.
    public interface Answering {
        int answer(int volunteer, int subject, int truth, RandomGenerator random);
    }

    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// Volunteers answer by their confusion matrices.
    ///
    /// @param perSubject votes a subject, by different volunteers, each as likely as any other
    public static SimulatedCrowd of(double[][][] confusion, double[] prior, int subjects, int perSubject, long seed) {
        return of(confusion, prior, subjects, perSubject, seed, (j, _, k, random) -> draw(confusion[j][k], random));
    }

    public static SimulatedCrowd of(
            double[][][] confusion, double[] prior, int subjects, int perSubject, long seed, Answering answering) {
        var random = random(seed);
        var start = new int[subjects + 1];
        var by = new int[subjects * perSubject];
        var answers = new char[by.length];
        var truth = new int[subjects];
        for (int i = 0; i < subjects; i++) {
            truth[i] = draw(prior, random);
            start[i + 1] = (i + 1) * perSubject;
            for (int vote = start[i]; vote < start[i + 1]; vote++) {
                by[vote] = another(by, start[i], vote, confusion.length, random);
                answers[vote] = (char) answering.answer(by[vote], i, truth[i], random);
            }
        }
        var classes = List.of("a", "b", "c", "d", "e", "f", "g", "h").subList(0, prior.length);
        var votes = Votes.of(classes, numbers(subjects), numbers(confusion.length), start, by, answers);
        return new SimulatedCrowd(votes, new Gold(truth), confusion, prior);
    }

    private static int another(int[] by, int from, int to, int volunteers, RandomGenerator random) {
        while (true) {
            int j = random.nextInt(volunteers);
            if (Arrays.stream(by, from, to).noneMatch(other -> other == j)) {
                return j;
            }
        }
    }

    /// A class with the given probabilities.
    public static int draw(double[] probabilities, RandomGenerator random) {
        double left = random.nextDouble();
        for (int k = 0; k < probabilities.length - 1; k++) {
            left -= probabilities[k];
            if (left < 0) {
                return k;
            }
        }
        return probabilities.length - 1;
    }

    /// The accuracy a volunteer really has.
    public double accuracy(int volunteer) {
        double accuracy = 0;
        for (int k = 0; k < prior.length; k++) {
            accuracy += prior[k] * confusion[volunteer][k][k];
        }
        return accuracy;
    }

    /// The numbers below `size` as ids, made when asked for.
    public static List<String> numbers(int size) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return Integer.toString(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
