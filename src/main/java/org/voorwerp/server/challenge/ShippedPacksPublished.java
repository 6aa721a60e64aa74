package org.voorwerp.server.challenge;

/// The packs shipped with the server have been gone through: those that can be published are. Fired once a start, in
/// a
/// transaction, also where there are none.
public record ShippedPacksPublished() {}
