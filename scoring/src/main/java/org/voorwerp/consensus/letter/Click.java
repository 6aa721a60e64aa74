package org.voorwerp.consensus.letter;

/// One volunteer says which character stands in one place.
///
/// @param volunteer who
/// @param x in pixels of the fragment's image, finite
/// @param y likewise
/// @param character what it is taken for
public record Click(String volunteer, double x, double y, String character) {

    public Click {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a click at (" + x + ", " + y + ")");
        }
    }
}
