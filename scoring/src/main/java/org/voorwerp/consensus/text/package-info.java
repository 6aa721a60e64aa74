/// Several transcriptions of one text become one, with the agreement on each token.
///
/// [TextReducer] splits them into [Token]s, lays them side by side ([Aligner], [Alignment]) and votes column by column.
/// [Reliability] weighs volunteers by how far their texts agree with those of others.
@NullMarked
package org.voorwerp.consensus.text;

import org.jspecify.annotations.NullMarked;
