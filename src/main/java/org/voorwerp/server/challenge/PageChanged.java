package org.voorwerp.server.challenge;

/// One of a challenge's texts is another now. Fired within the transaction that stores it.
///
/// @param page its name
public record PageChanged(Challenge challenge, String page) {}
