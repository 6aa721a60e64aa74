package org.voorwerp.consensus.letter;

/// How clicks become letters.
///
/// @param radius within which clicks are of one letter, in pixels: less than half of what lies between letters
/// @param volunteers how many must click a letter
public record LetterRecipe(double radius, int volunteers) {

    public LetterRecipe {
        if (!(radius > 0) || Double.isInfinite(radius) || volunteers < 1) {
            throw new IllegalArgumentException(
                    "letters need a radius above 0 and at least one volunteer, not " + radius + " and " + volunteers);
        }
    }

    /// Ancient Lives looked within 9 pixels and asked for 3 volunteers (Williams et al. 2014).
    public static LetterRecipe defaults() {
        return new LetterRecipe(9, 3);
    }
}
