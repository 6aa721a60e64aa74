package org.voorwerp.consensus.text.line;

import java.util.List;
import java.util.Objects;
import org.voorwerp.consensus.text.MostFrequent;

/// A line of text as several volunteers read it.
///
/// @param x of its dots, or of its start and end
/// @param y likewise
/// @param text `[column][line]`, empty where a line has nothing
/// @param slope in degrees
/// @param slopeLabel which group of slopes it belongs to
/// @param gutterLabel which side of the page's gutters, which column of the page
/// @param lines what was made one, in the order of `text`; lines without text are among them where
///     panoptes_aggregation counts them
/// @param order which of the lines of its reading on this frame each of them is, from 0
public record LineConsensus(
        double[] x,
        double[] y,
        List<List<String>> text,
        double slope,
        int slopeLabel,
        int gutterLabel,
        List<TranscribedLine> lines,
        List<Integer> order) {

    /// The most frequent words, and the mean number of volunteers who agree on a word.
    public MostFrequent consensus() {
        return MostFrequent.of(text);
    }

    /// By how many volunteers; whoever is not known counts once a reading.
    public int volunteers() {
        return (int) lines.stream()
                .map(line -> Objects.requireNonNullElse(line.volunteer(), "reading " + line.reading()))
                .distinct()
                .count();
    }

    LineConsensus placed(double ofSlope, int bySlope, int byGutter) {
        return new LineConsensus(x, y, text, ofSlope, bySlope, byGutter, lines, order);
    }
}
