/// Carries the doc comments of metrics from their source to run time.
@NullMarked
package org.voorwerp.scoring.doc;

import org.jspecify.annotations.NullMarked;
