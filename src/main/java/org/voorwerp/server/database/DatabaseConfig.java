package org.voorwerp.server.database;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Read before configuration exists as such (see [EmbeddedPostgresConfig]); declared here so that it is known.
@Unremovable
@ConfigMapping(prefix = "voorwerp.embedded-postgres")
interface DatabaseConfig {

    /// Where the embedded PostgreSQL keeps its data, `temporary` for nowhere; `postgres` in the data folder if not
    /// set.
    Optional<String> folder();
}
