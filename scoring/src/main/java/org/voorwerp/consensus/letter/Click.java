package org.voorwerp.consensus.letter;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.consensus.extract.Detail.Written;
import org.voorwerp.consensus.extract.Figure.Point;
import org.voorwerp.consensus.extract.Marks;

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

    /// The clicks among marks: points with a character as their detail, as
    /// [org.voorwerp.consensus.extract.AncientLives] reads them.
    public static List<Click> of(Marks marks) {
        var clicks = new ArrayList<Click>();
        for (var mark : marks.marks()) {
            if (mark.shape() instanceof Point(var x, var y)
                    && !mark.details().isEmpty()
                    && mark.details().getFirst() instanceof Written(var character)) {
                clicks.add(new Click(marks.volunteer(), x, y, character));
            }
        }
        return clicks;
    }
}
