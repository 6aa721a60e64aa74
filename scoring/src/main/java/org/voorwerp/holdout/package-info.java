/// From consensus to what is published and what is held out: the split by group, new ids, the report of both.
@NullMarked
package org.voorwerp.holdout;

import org.jspecify.annotations.NullMarked;
