package org.voorwerp.server.news;

import org.voorwerp.server.challenge.Challenge;

/// An organiser has something to tell. Fired within the transaction that stores it.
public record AnnouncementPosted(Challenge challenge, Announcement announcement) {}
