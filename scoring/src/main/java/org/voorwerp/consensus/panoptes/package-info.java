/// What the Zooniverse's Panoptes exports, read as it is: classifications, workflows and subjects.
///
/// A [ClassificationExport] hands on rows, [RowSelection] says which of them count, and a [Ledger] holds what became
/// of each.
@NullMarked
package org.voorwerp.consensus.panoptes;

import org.jspecify.annotations.NullMarked;
