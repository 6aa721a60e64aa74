package org.voorwerp.server.challenge;

import java.util.UUID;
import org.voorwerp.server.account.Caller;

/// Somebody was asked to organise a challenge, agreed to, or does no longer. Fired within the transaction that stores
/// it.
///
/// @param what e.g. `organiser asked`
/// @param account whose
public record OrganisersChanged(Challenge challenge, Caller by, String what, UUID account) {}
