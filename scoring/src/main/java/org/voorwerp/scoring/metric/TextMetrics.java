package org.voorwerp.scoring.metric;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Estimate;
import org.voorwerp.scoring.Interval;
import org.voorwerp.scoring.Intervals;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Range;
import org.voorwerp.scoring.Score;
import org.voorwerp.scoring.UndefinedScoreException;
import org.voorwerp.scoring.View.TextView;
import org.voorwerp.scoring.Weights;

/// How many errors a transcription has: the fewest insertions, deletions and substitutions that turn what was read
/// into what stands there (V. Levenshtein, Soviet Physics Doklady 10, 1966), summed over all subjects, over the
/// length of what stands there, summed likewise. So a long text counts for more than a short one (A. Morris, V.
/// Maier and P. Green, Interspeech
/// 2004, compare such rates). From 0, lower is better, more
/// than 1 where too much was read; undefined where nothing stands anywhere. Interval: of a ratio, by its rows'
/// variance and skewness.
///
/// Both texts are brought into Unicode's form NFC, so that an accent is the same however it is written; white
/// space of any kind and length is one space, and none at the ends. With `case: ignore` capital and small letters
/// are the same.
public final class TextMetrics {

    private TextMetrics() {}

    private static final Parameter CASE = new Parameter.Choice(
            "case",
            "whether capital and small letters differ: keep, they do; ignore, they do not",
            "keep",
            List.of("keep", "ignore"));

    /// Counted in characters, that is in Unicode code points, spaces too.
    public static final class CharacterErrorRate extends ErrorRate {
        @Override
        public String name() {
            return "character-error-rate";
        }

        @Override
        int[] units(String text, Map<String, Integer> known) {
            return text.codePoints().toArray();
        }
    }

    /// Counted in words, that is in what stands between spaces, punctuation included.
    public static final class WordErrorRate extends ErrorRate {
        @Override
        public String name() {
            return "word-error-rate";
        }

        @Override
        int[] units(String text, Map<String, Integer> known) {
            var words = text.isEmpty() ? new String[0] : text.split(" ", -1);
            var units = new int[words.length];
            for (int i = 0; i < units.length; i++) {
                units[i] = known.computeIfAbsent(words[i], _ -> known.size());
            }
            return units;
        }
    }

    private abstract static class ErrorRate implements Metric<TextView> {

        /// What errors are counted in, equal numbers for equal units.
        ///
        /// @param known numbers given so far
        abstract int[] units(String text, Map<String, Integer> known);

        @Override
        public final Class<TextView> view() {
            return TextView.class;
        }

        @Override
        public final Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public final Range range() {
            return Range.LOSS;
        }

        @Override
        public final List<Parameter> parameters() {
            return List.of(CASE);
        }

        @Override
        public final Score score(TextView view, Parameters parameters) {
            var estimate = estimate(view, parameters);
            return new Score(estimate.value(), interval(estimate));
        }

        private static @Nullable Interval interval(Estimate estimate) {
            return Intervals.mean(estimate, 0, Double.MAX_VALUE);
        }

        @Override
        public final Estimate estimate(TextView view, Parameters parameters) {
            boolean ignoreCase = parameters.choice("case").equals("ignore");
            var errors = new double[view.size()];
            var lengths = new double[view.size()];
            for (int i = 0; i < errors.length; i++) {
                var known = new HashMap<String, Integer>();
                int[] truth = units(normal(view.truth().get(i), ignoreCase), known);
                int[] read = units(normal(view.prediction().get(i), ignoreCase), known);
                errors[i] = EditDistance.between(truth, read);
                lengths[i] = truth.length;
            }
            var weights = Weights.of(view);
            double length = weights.mean(lengths);
            if (length == 0) {
                throw new UndefinedScoreException(name() + " needs a text that is not empty");
            }
            double rate = weights.mean(errors) / length;
            for (int i = 0; i < errors.length; i++) {
                errors[i] = (errors[i] - rate * lengths[i]) / length;
            }
            return new Estimate(rate, errors, weights);
        }
    }

    private static String normal(String text, boolean ignoreCase) {
        var composed = Normalizer.normalize(text, Form.NFC);
        var spaced = composed.codePoints()
                .map(point -> isSpace(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .replaceAll(" +", " ");
        return ignoreCase ? spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT) : spaced;
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }
}
