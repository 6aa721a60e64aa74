package org.voorwerp.challenges.crowd;

import java.util.List;

/// A Zooniverse workflow with one single-answer question.
///
/// @param workflow number of the workflow
/// @param title name of the workflow
/// @param major version of the tasks
/// @param wordings the question in each minor version, in the order they came; the answers stayed the same
/// @param answers the labels of the answers
/// @param confusable for each answer, the answers it is easily taken for; empty where there are none
/// @param groups answers that some volunteers never learn to tell apart
public record Question(
        int workflow,
        String title,
        int major,
        List<Wording> wordings,
        List<String> answers,
        List<List<Integer>> confusable,
        List<List<Integer>> groups) {

    /// How the question read in one minor version.
    public record Wording(int minor, String text) {}
}
