package org.voorwerp.server.challenge.build.source;

/// The image of a subject, as the table of subjects names it.
///
/// @param id the subject's published id
/// @param name of the image upstream
/// @param line where that table names it
public record WantedImage(String id, String name, long line) {}
