package org.voorwerp.server.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.voorwerp.server.dataset.profile.TableProfile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.table.TableException;

/// What submitted files hold, column by column. The latest looked at are kept, in memory only: with a submission goes
/// all that was made of it.
@ApplicationScoped
class PredictionProfiles {

    private static final int KEPT = 64;
    private static final int AT_ONCE = 2;

    private final Blobs blobs;
    private final Semaphore reading = new Semaphore(AT_ONCE);
    private final Map<String, TableProfile> kept = new LinkedHashMap<>(16, 0.75f, true);

    PredictionProfiles(Blobs blobs) {
        this.blobs = blobs;
    }

    Optional<TableProfile> of(String blob) {
        var known = known(blob);
        if (known.isPresent()) {
            return known;
        }
        reading.acquireUninterruptibly();
        try {
            return known(blob).or(() -> read(blob));
        } finally {
            reading.release();
        }
    }

    private Optional<TableProfile> known(String blob) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(blob));
        }
    }

    private Optional<TableProfile> read(String blob) {
        try (var in = blobs.open(Area.SUBMISSIONS, blob)) {
            var profile = TableProfile.read(in);
            synchronized (kept) {
                kept.put(blob, profile);
                if (kept.size() > KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
            return Optional.of(profile);
        } catch (TableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
