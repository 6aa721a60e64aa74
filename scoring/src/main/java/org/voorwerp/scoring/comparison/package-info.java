/// Two submissions beside each other: whether one is better than the other, or only luckier with the subjects.
@NullMarked
package org.voorwerp.scoring.comparison;

import org.jspecify.annotations.NullMarked;
