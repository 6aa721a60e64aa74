package org.voorwerp.server.account;

import java.time.Instant;
import java.util.UUID;

/// Somebody deletes the account. Fired within the transaction: an observer removes what it holds that is personal, and
/// puts the pseudonym where something must stay.
///
/// @param handle as it was
/// @param pseudonym what stands in its place from now on, e.g. `participant-7k2mwp9x`
public record AccountDeleted(UUID account, String handle, String pseudonym, Instant at) {}
