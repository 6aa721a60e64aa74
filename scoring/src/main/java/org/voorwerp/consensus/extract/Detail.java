package org.voorwerp.consensus.extract;

import java.util.List;
import java.util.Map;

/// What a volunteer said about a mark: the answer to a subtask of the drawing tool.
public sealed interface Detail {

    /// A question of one or several answers: answer → 1. Keys are indices, as subtasks have no labels in an export;
    /// `None` is no answer.
    record Chosen(Map<String, Integer> votes) implements Detail {}

    /// Drop-down lists: for each list option → 1; `None` where nothing was chosen.
    record Selected(List<Map<String, Integer>> lists) implements Detail {}

    record Written(String text) implements Detail {}

    /// A number on a slider.
    record Slid(double value) implements Detail {}

    /// Something that nobody said how to read.
    record Unread() implements Detail {}
}
