package org.voorwerp.server.challenge;

import java.util.Optional;
import org.voorwerp.server.account.Caller;

/// An organiser deletes a draft. Fired in the transaction that does it, while the draft is still there.
public record DraftDeleted(Challenge challenge, Optional<Caller> by) {}
