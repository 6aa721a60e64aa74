package org.voorwerp.server.dataset.profile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.table.TableException;

/// The profiles of published tables. A table is read once, when its challenge is hosted or, failing that, when
/// somebody first looks; what came of it is kept by the digest of the file.
@ApplicationScoped
public class TableProfiles {

    private static final Logger LOG = Logger.getLogger(TableProfiles.class);
    private static final int KEPT = 128;
    private static final int AT_ONCE = 2;

    private final Blobs blobs;
    private final Semaphore reading = new Semaphore(AT_ONCE);
    private final Map<String, TableProfile> kept = new LinkedHashMap<>(16, 0.75f, true);

    TableProfiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /// The profile of a file; empty if it is no table, or none that can be read.
    public Optional<TableProfile> of(DatasetFile file) {
        if (!file.name.endsWith(".csv")) {
            return Optional.empty();
        }
        var known = known(file.blob);
        if (known.isPresent()) {
            return known;
        }
        reading.acquireUninterruptibly();
        try {
            // Somebody else may have waited for the same.
            return known(file.blob).or(() -> made(file));
        } finally {
            reading.release();
        }
    }

    /// The profile of a file if it need not be made first.
    public Optional<TableProfile> ifKnown(DatasetFile file) {
        return known(file.blob);
    }

    private Optional<TableProfile> known(String blob) {
        synchronized (kept) {
            var inMemory = kept.get(blob);
            if (inMemory != null) {
                return Optional.of(inMemory);
            }
        }
        var stored = QuarkusTransaction.joiningExisting()
                .call(() -> StoredProfile.<StoredProfile>findByIdOptional(blob).map(row -> row.profile));
        stored.ifPresent(profile -> remember(blob, profile));
        return stored;
    }

    private Optional<TableProfile> made(DatasetFile file) {
        try (var in = blobs.open(Area.DATASETS, file.blob)) {
            var profile = TableProfile.read(in);
            store(file.blob, profile);
            remember(file.blob, profile);
            return Optional.of(profile);
        } catch (TableException e) {
            LOG.warnf("%s (%s) has no profile: %s", file.name, file.blob, e.finding());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void store(String blob, TableProfile profile) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var row = new StoredProfile();
                row.blob = blob;
                row.profile = profile;
                row.persistAndFlush();
            });
        } catch (ConstraintViolationException e) {
            LOG.debugf("another server has stored the profile of %s meanwhile", blob);
        }
    }

    private void remember(String blob, TableProfile profile) {
        synchronized (kept) {
            kept.put(blob, profile);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
