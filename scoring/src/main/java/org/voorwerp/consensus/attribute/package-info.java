/// What a table of attributes knows of a consensus: information gain an attribute, separation of two groups for
/// each combination of attributes. After T. Baehr, A. Vedachalam, K. Borne and D. Sponseller, Data Mining the
/// Galaxy Zoo Mergers, NASA Conference on Intelligent Data Understanding, 2010.
@NullMarked
package org.voorwerp.consensus.attribute;

import org.jspecify.annotations.NullMarked;
