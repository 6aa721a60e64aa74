package org.voorwerp.consensus.extract;

import java.util.List;

/// All that one volunteer drew in one classification of a subject. It is empty where the volunteer looked and drew
/// nothing, which counts when the share of volunteers who saw something is asked for.
///
/// @param subject its id
/// @param volunteer who drew, as far as the export tells them apart
/// @param classification its id, or -1 where the file does not say
/// @param marks in the order in which they stand in the file
public record Marks(String subject, String volunteer, long classification, List<Mark> marks) {

    public Marks {
        marks = List.copyOf(marks);
    }
}
