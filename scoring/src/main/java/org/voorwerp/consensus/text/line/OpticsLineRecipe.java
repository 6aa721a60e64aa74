package org.voorwerp.consensus.text.line;

import java.util.OptionalInt;

/// How lines are clustered by their ends and text; names and defaults are those of panoptes_aggregation's
/// optics_line_text_reducer.
///
/// @param minimum how many make a cluster, at least 2; empty: by the number of readings; min_samples
/// @param xi how steep the edge of a cluster is
/// @param angleRadius how far apart, in degrees, slopes may lie that are read together; angle_eps
/// @param gutterRadius how far apart, in pixels, lines of one column may start; gutter_eps
/// @param shortest lines not longer than this, in pixels, are left out; min_line_length
public record OpticsLineRecipe(
        OptionalInt minimum, double xi, double angleRadius, double gutterRadius, double shortest) {

    public static OpticsLineRecipe defaults() {
        return new OpticsLineRecipe(OptionalInt.empty(), 0.15, 30, 300, 0);
    }

    /// Found on data of Anti-Slavery Manuscripts, as the Zooniverse's code says.
    int minimum(int readings) {
        return minimum.isPresent() ? Math.max(2, minimum.getAsInt()) : fromReadings(readings);
    }

    private static int fromReadings(int readings) {
        if (readings <= 6) {
            return 2;
        }
        if (readings <= 10) {
            return 3;
        }
        if (readings <= 15) {
            return 4;
        }
        return readings <= 20 ? 5 : readings / 4;
    }
}
