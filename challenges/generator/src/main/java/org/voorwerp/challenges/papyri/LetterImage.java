package org.voorwerp.challenges.papyri;

/// One letter of the pack with what is known of it; the letter itself stays in memory.
///
/// @param fragment name of the papyrus fragment, such as `P.Sim. 17`
/// @param line number of the line on the fragment
/// @param subjectId Panoptes' number of the subject
/// @param filename name of the image, random digits
record LetterImage(Letter letter, Crop crop, String fragment, int line, long subjectId, String filename) {}
