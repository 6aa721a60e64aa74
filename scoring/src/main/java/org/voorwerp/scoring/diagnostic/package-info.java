/// What is shown beside a score to understand it: confusion matrix, report by class, reliability curve. Values only,
/// which turn into JSON as they stand. They tell more of the truth than a score does, so who may see them is a
/// question of its own.
@NullMarked
package org.voorwerp.scoring.diagnostic;

import org.jspecify.annotations.NullMarked;
