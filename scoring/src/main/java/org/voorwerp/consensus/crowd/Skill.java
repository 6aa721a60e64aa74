package org.voorwerp.consensus.crowd;

import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Interval;

/// How good a volunteer is, as a model sees it.
///
/// @param votes how many votes it rests on
/// @param accuracy the probability that a vote is right, or how often the volunteer agrees with the consensus
///     where the model knows no more
/// @param interval of the accuracy, 95 %, wider for few votes and for votes on subjects of which the model is
///     unsure
/// @param confusion `[true class][answer]`, rows adding up to one; null where the model has none
/// @param information in bits a vote; null where there is no confusion
public record Skill(
        int votes,
        double accuracy,
        Interval interval,
        double @Nullable [][] confusion,
        @Nullable Information information) {}
