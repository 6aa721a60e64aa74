package org.voorwerp.server.importing;

import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.http.Refusal;

/// A challenge of another platform that was sent, and of which nothing can be built.
final class ImportRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private ImportRefused(String detail) {
        super(422, "not-imported", "Not imported", detail);
    }

    /// No pack can be made of it.
    static ImportRefused of(NotImported why) {
        return new ImportRefused("It cannot be imported: " + why.getMessage() + ".");
    }

    /// A pack was made of it, with mistakes that somebody has to mend.
    static ImportRefused of(PackRefused why, ImportReport report) {
        var refused = new ImportRefused(
                "A pack can be made of it, which still has mistakes. Make it by ./voorwerp import, mend it, and send it as a"
                        + " pack. The first of them: " + why.findings().getFirst() + ".");
        refused.with("errors", why.findings());
        refused.with("errorCount", why.count());
        refused.with("report", ImportedPack.Report.of(report));
        return refused;
    }
}
