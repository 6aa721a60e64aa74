package org.voorwerp.server.challenge;

import java.util.List;

/// Something that may stand in the way of publishing a draft. Implemented where what it looks at is known.
public interface PublicationCheck {

    /// What has to be mended first, a sentence each that says what and how; nothing if it may be published.
    List<String> obstacles(Challenge challenge);
}
