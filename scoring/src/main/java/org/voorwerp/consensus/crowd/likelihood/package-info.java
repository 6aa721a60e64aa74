/// Models of how votes come about, and the machinery that fits them.
///
/// Where a vote depends on nothing but its volunteer and the subject's class ([DawidSkene], [OneCoin], [Mace]), a
/// model is a table, and its [Maximiser] makes a new one from the counts that an [Expectation] expects;
/// [ExpectationMaximisation] goes back and forth. [Glad] also knows hard subjects, [Swap] learns as votes come
/// in, [OpinionPool] asks several models.
@NullMarked
package org.voorwerp.consensus.crowd.likelihood;

import org.jspecify.annotations.NullMarked;
