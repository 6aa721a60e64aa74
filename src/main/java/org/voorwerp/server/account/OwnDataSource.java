package org.voorwerp.server.account;

import java.io.IOException;

/// Knows something of a person that the person may have. A package that keeps personal data has one, and observes
/// [AccountDeleted].
public interface OwnDataSource {

    /// Writes what there is, as the API would show it to that person.
    void write(Caller person, OwnData.Files files) throws IOException;
}
