package org.voorwerp.server.challenge;

import org.voorwerp.server.account.Caller;

/// One of a challenge's texts is another now. Fired within the transaction that stores it.
///
/// @param page its name
/// @param removed whether there is none any more
public record PageChanged(Challenge challenge, Caller by, String page, boolean removed) {}
