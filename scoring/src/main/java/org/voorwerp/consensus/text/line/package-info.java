/// Lines of text that volunteers marked on a page and transcribed become consensus lines.
///
/// [PolyLineReducer] sorts lines by slope, by side of the page's gutters and by height; [OpticsLineReducer] clusters
/// them by their ends and their text. Both give [LineConsensus]; [LineColumns] tells them as panoptes_aggregation
/// does.
@NullMarked
package org.voorwerp.consensus.text.line;

import org.jspecify.annotations.NullMarked;
