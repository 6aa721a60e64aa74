package org.voorwerp.consensus.text.line;

/// How lines marked with dots are sorted; names and defaults are those of panoptes_aggregation's
/// poly_line_text_reducer.
///
/// @param slopeRadius how far apart the slopes of lines may lie, in degrees; eps_slope
/// @param lineRadius how far apart the heights of what is one line may lie, in pixels; eps_line
/// @param wordRadius how far apart the dots of one word may lie, in pixels; eps_word
/// @param gutterTolerance overlaps up to twice this many pixels do not join two columns of the page; gutter_tol
/// @param minimum how many lines, or dots, make one; min_samples
/// @param dots whether dots stand at words or at the ends of a line; dot_freq
/// @param leastWords how many readings must have a word for it to count, where dots stand at lines; min_word_count
/// @param wholeLines whether dots at words are taken for dots at the ends of lines; process_by_line
public record PolyLineRecipe(
        double slopeRadius,
        double lineRadius,
        double wordRadius,
        double gutterTolerance,
        int minimum,
        Dots dots,
        int leastWords,
        boolean wholeLines) {

    /// What dots mark.
    public enum Dots {
        WORD,
        LINE
    }

    public static PolyLineRecipe defaults() {
        return new PolyLineRecipe(25, 40, 40, 0, 1, Dots.WORD, 1, false);
    }
}
