/// What a challenge asks, what participants predict, what the truth is, and how the two are compared.
///
/// A [TaskKind] fixes the columns of a submission; [PredictionFile] reads one into [Predictions];
/// a [Metric] sees truth and predictions side by side through a [View] and gives a [Score].
@NullMarked
package org.voorwerp.scoring;

import org.jspecify.annotations.NullMarked;
