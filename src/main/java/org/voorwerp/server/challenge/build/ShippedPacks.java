package org.voorwerp.server.challenge.build;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.NotPublishable;
import org.voorwerp.server.challenge.ShippedPacksPublished;
import org.voorwerp.server.challenge.build.source.Workspace;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.WantedFiles;
import org.voorwerp.server.http.Incident;
import org.voorwerp.server.storage.StorageConfig;

/// Publishes the packs of a folder when the server starts, those that are not hosted yet, while it already serves.
@ApplicationScoped
class ShippedPacks {

    private static final Logger LOG = Logger.getLogger(ShippedPacks.class);
    /// Held by the one server that builds; the lock goes with the connection, should that server die.
    private static final String LOCK = "select pg_advisory_lock(hashtext('voorwerp.shipped-packs'))";

    private static final String UNLOCK = "select pg_advisory_unlock(hashtext('voorwerp.shipped-packs'))";

    private final PackConfig config;
    private final PackBuilder builder;
    private final Hosting hosting;
    private final Workspace workspace;
    private final StorageConfig storage;
    private final DataSource database;
    private final Event<ShippedPacksPublished> published;
    private volatile boolean done;
    private @Nullable Thread worker;

    ShippedPacks(
            PackConfig config,
            PackBuilder builder,
            Hosting hosting,
            Workspace workspace,
            StorageConfig storage,
            DataSource database,
            Event<ShippedPacksPublished> published) {
        this.config = config;
        this.builder = builder;
        this.hosting = hosting;
        this.workspace = workspace;
        this.storage = storage;
        this.database = database;
        this.published = published;
    }

    /// Whether all have been gone through.
    boolean done() {
        return done;
    }

    // After the queue, in which the baselines' submissions are put.
    void start(@Observes @Priority(2000) StartupEvent event) {
        worker = Thread.ofPlatform().name("shipped-packs").daemon().start(() -> {
            config.folder().ifPresent(this::publishAll);
            try {
                QuarkusTransaction.requiringNew().run(() -> published.fire(new ShippedPacksPublished()));
            } finally {
                // Only now: who has waited for readiness finds what the observers leave, the organiser's token.
                done = true;
            }
        });
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (worker != null) {
            worker.interrupt();
            worker.join(Duration.ofSeconds(15));
        }
    }

    /// Publishes what is not hosted yet, one server at a time.
    void publishAll(Path folder) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(LOCK);
            try {
                packs(folder).forEach(this::publish);
            } finally {
                statement.execute(UNLOCK);
            }
        } catch (SQLException | IOException e) {
            LOG.errorf(e, "the packs in %s were not published", folder);
        }
    }

    private static List<Path> packs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            LOG.warnf("there is no folder %s (voorwerp.packs.folder), so no pack is published", folder);
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.filter(pack -> Files.isRegularFile(pack.resolve(PackFiles.DEFINITION)))
                    .sorted()
                    .toList();
        }
    }

    private void publish(Path folder) {
        try {
            var pack = new FolderPack(
                    folder, config.dataFolder().orElse(storage.dataFolder().resolve("packs")));
            var wanted = WantedFiles.of(pack);
            if (hosting.isHosted(wanted.slug())) {
                return;
            }
            if (wanted.missing().isEmpty()) {
                publish(pack, wanted.slug());
            } else {
                LOG.infof(
                        "%s is not published: it needs %s; put it into %s",
                        wanted.slug(), String.join(" and ", wanted.missing()), pack.dataFolder(wanted.slug()));
            }
        } catch (PackRefused e) {
            e.findings().forEach(finding -> LOG.errorf("the pack %s is not published: %s", folder, finding));
        } catch (NotPublishable e) {
            e.obstacles().forEach(obstacle -> LOG.errorf("the pack %s is not published: %s", folder, obstacle));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "incident %s: the pack %s is not published", Incident.next(), folder);
        }
    }

    private void publish(FolderPack pack, String slug) throws IOException {
        long begun = System.nanoTime();
        try (var work = workspace.open()) {
            hosting.hostPublished(builder.build(pack, hosting.idKey(slug), work.path(), (step, share) -> {}));
        }
        LOG.infof("published %s (built in %.1f s)", slug, (System.nanoTime() - begun) / 1e9);
    }
}
