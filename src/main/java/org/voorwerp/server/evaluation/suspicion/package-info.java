/// Submissions that look copied, or made to read the truth from their scores: told to organisers with what speaks for
/// it, and never acted on by itself.
@NullMarked
package org.voorwerp.server.evaluation.suspicion;

import org.jspecify.annotations.NullMarked;
