package org.voorwerp.consensus.extract;

import java.util.List;

/// One thing a volunteer drew on a subject.
///
/// @param task key of the drawing task, e.g. `T0`
/// @param tool which of the task's tools, from 0
/// @param format how the classifier that was used numbers its tools; part of the columns' names
/// @param frame which of the subject's images, from 0
/// @param shape what was drawn
/// @param details answers to the tool's subtasks, in their order; empty where there are none
public record Mark(String task, int tool, Format format, int frame, Shape shape, List<Detail> details) {

    /// The two ways in which classifications say with which tool a mark was made.
    public enum Format {
        /// The first front end: `"tool": 0`, subtasks within the mark.
        TOOL("tool"),
        /// The second: `"toolIndex": 0`, subtasks as annotations of their own.
        TOOL_INDEX("toolIndex");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Mark {
        details = List.copyOf(details);
    }

    /// Begins the names of the mark's columns: `T0_tool0`, `T0_toolIndex0`.
    public String columnPrefix() {
        return task + '_' + format.word() + tool;
    }
}
