/// A corrected truth, other metrics or a corrected program: everything is scored again, and then the boards turn to it
/// at once.
@NullMarked
package org.voorwerp.server.evaluation.rescoring;

import org.jspecify.annotations.NullMarked;
