/// Extracts of one subject are made one, with the outputs of panoptes_aggregation's reducers.
@NullMarked
package org.voorwerp.consensus.reduce;

import org.jspecify.annotations.NullMarked;
