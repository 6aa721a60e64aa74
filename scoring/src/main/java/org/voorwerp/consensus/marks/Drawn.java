package org.voorwerp.consensus.marks;

import org.voorwerp.consensus.extract.Mark;

/// A mark and who made it.
///
/// @param volunteer as [org.voorwerp.consensus.extract.Marks#volunteer()] has it
public record Drawn(String volunteer, Mark mark) {}
