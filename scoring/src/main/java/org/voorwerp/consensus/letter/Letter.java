package org.voorwerp.consensus.letter;

import java.util.List;
import java.util.Map;

/// A letter that several volunteers found.
///
/// @param x the mean of the clicks, in pixels
/// @param y likewise
/// @param character what most took it for
/// @param tied all characters that have as many votes; one where there is no tie
/// @param votes volunteers a character, most first
/// @param volunteers how many clicked it
/// @param share how many of those who clicked anything on the fragment
/// @param spread √(Σ d² / (n − 1)) of the clicks from their mean, in pixels; NaN for one click
public record Letter(
        double x,
        double y,
        String character,
        List<String> tied,
        Map<String, Integer> votes,
        int volunteers,
        double share,
        double spread) {

    /// The share of its volunteers who took it for its character.
    public double agreement() {
        return (double) votes.getOrDefault(character, 0) / volunteers;
    }
}
