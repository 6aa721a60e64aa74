/// Consensus by counting votes, each by its volunteer's weight.
@NullMarked
package org.voorwerp.consensus.crowd.weighting;

import org.jspecify.annotations.NullMarked;
