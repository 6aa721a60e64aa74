/// Annotations are made flat: what a volunteer answered, chose, wrote or drew, without the workflow around it.
@NullMarked
package org.voorwerp.consensus.extract;

import org.jspecify.annotations.NullMarked;
