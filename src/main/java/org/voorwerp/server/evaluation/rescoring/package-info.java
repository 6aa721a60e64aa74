/// A corrected truth or other metrics: everything is scored again, and then the boards turn to it at once.
@NullMarked
package org.voorwerp.server.evaluation.rescoring;

import org.jspecify.annotations.NullMarked;
