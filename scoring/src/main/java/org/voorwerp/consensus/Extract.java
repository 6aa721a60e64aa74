package org.voorwerp.consensus;

/// One volunteer's answer to one question about one subject: an annotation made flat.
///
/// @param subject its id; several ids joined by `;` where they were shown together
/// @param volunteer who answered, as far as the export tells them apart: a word that says by what, a colon, and that:
///     `user:123`, `name:hanny`, `anonymous:not-logged-in-…`, `classification:456`
/// @param answer the class it is a vote for
/// @param createdAt seconds since 1970 on the server's clock, or [Long#MIN_VALUE] where the export does not say
/// @param classification its id, or -1 where the export does not say
/// @param line where its row begins
public record Extract(
        String subject, String volunteer, String answer, long createdAt, long classification, long line) {}
