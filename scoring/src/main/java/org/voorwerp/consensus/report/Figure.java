package org.voorwerp.consensus.report;

/// A plot in a page.
///
/// @param title what it is of
/// @param caption how it is to be read, one or two sentences
/// @param svg see [org.voorwerp.consensus.plot]
public record Figure(String title, String caption, String svg) {}
