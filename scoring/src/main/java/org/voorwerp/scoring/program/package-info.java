/// Scoring as a program of its own, without a server: see [ScoreFiles].
@NullMarked
package org.voorwerp.scoring.program;

import org.jspecify.annotations.NullMarked;
