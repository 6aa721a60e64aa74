/// The compact store of single votes, and the labels that experts gave.
@NullMarked
package org.voorwerp.consensus.vote;

import org.jspecify.annotations.NullMarked;
