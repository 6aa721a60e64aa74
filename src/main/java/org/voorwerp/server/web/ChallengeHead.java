package org.voorwerp.server.web;

/// What stands at the head of each of a challenge's pages.
///
/// @param standing how it stands in time
/// @param task what is predicted, in a few words
/// @param teams how many take part
/// @param questions whether there is a page of frequent questions
/// @param signedIn whether the reader has submissions to look at
/// @param organised whether the reader organises it
public record ChallengeHead(
        String slug,
        String title,
        String summary,
        Standing standing,
        String task,
        long teams,
        boolean draft,
        boolean questions,
        boolean signedIn,
        boolean organised) {}
