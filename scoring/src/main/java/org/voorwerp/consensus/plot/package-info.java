/// Plots as SVG that stands in a page: no script, no colours of its own. A page gives the classes `plot-…` their look,
/// so that it is good on light and dark.
@NullMarked
package org.voorwerp.consensus.plot;

import org.jspecify.annotations.NullMarked;
