package org.voorwerp.consensus.merit;

import java.util.Map;
import org.voorwerp.consensus.crowd.Skill;

/// How good a volunteer is. Every number has an interval that is wide where there are few votes: two right out
/// of two is no better than ninety out of a hundred.
///
/// @param volunteer as the votes name them
/// @param votes how many
/// @param others agreement with the plurality of all the others: the volunteer's own vote is left out, since it
///     would flatter most where votes are few. Where others' votes are tied a vote for one of them counts as a
///     share
/// @param gold agreement with the gold standard
/// @param beyondChance agreement with the others beyond what the volunteer's and the others' habits give by
///     chance, (p_o − p_e) / (1 − p_e), after J. Cohen, Educational and Psychological Measurement 20, 1960; NaN
///     where undefined
/// @param skills by model
public record FigureOfMerit(
        String volunteer, int votes, Share others, Share gold, double beyondChance, Map<String, Skill> skills) {}
