package org.voorwerp.holdout;

import org.voorwerp.scoring.Part;

/// Which subjects are published with their truth and which are held out.
///
/// @param train positions of the subjects published, rising
/// @param test positions of the subjects held out, rising
/// @param parts one for each of `test`
public record Split(int[] train, int[] test, Part[] parts) {}
