package org.voorwerp.server.challenge.build;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.voorwerp.server.challenge.build.source.Workspace;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackLimits;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.ZipPack;
import org.voorwerp.server.http.Incident;
import org.voorwerp.server.http.Refusal;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Builds packs that were sent. A pack that is wrong ends refused, whatever else goes wrong ends failed; a build that
/// dies with its server is begun again by another.
@ApplicationScoped
class BuildTask {

    private static final Logger LOG = Logger.getLogger(BuildTask.class);

    private final PackBuilds builds;
    private final PackBuilder builder;
    private final Hosting hosting;
    private final Corrections corrections;
    private final Workspace workspace;
    private final Blobs blobs;
    private final PackLimits limits;

    BuildTask(
            PackBuilds builds,
            PackBuilder builder,
            Hosting hosting,
            Corrections corrections,
            Workspace workspace,
            Blobs blobs,
            PackConfig config) {
        this.builds = builds;
        this.builder = builder;
        this.hosting = hosting;
        this.corrections = corrections;
        this.workspace = workspace;
        this.blobs = blobs;
        this.limits = PackLimits.of(config);
    }

    @Produces
    @Singleton
    Task<BuildJob> task() {
        return Tasks.oneTime(BuildJob.KIND)
                .execute((job, context) -> run(job.getData().build(), context));
    }

    private void run(UUID id, ExecutionContext context) {
        builds.takeUp(id).ifPresent(build -> run(build, context));
    }

    private void run(PackBuild build, ExecutionContext context) {
        try {
            build(build);
        } catch (PackRefused e) {
            builds.refuse(build.id, e.findings(), e.count());
        } catch (Refusal e) {
            builds.refuse(
                    build.id, List.of(new PackFinding(PackFiles.DEFINITION, 0, 0, String.valueOf(e.getMessage()))), 1);
        } catch (IOException | RuntimeException | Error e) {
            if (context.getSchedulerState().isShuttingDown() && e instanceof RuntimeException interrupted) {
                // The queue gives the job to another server.
                throw interrupted;
            }
            var incident = Incident.next();
            LOG.errorf(e, "incident %s: the pack of build %s was not built", incident, build.id);
            builds.fail(build.id, incident);
        }
    }

    private void build(PackBuild build) throws IOException {
        try (var work = workspace.open();
                var zip = ZipPack.open(blobs.path(Area.PACKS, build.blob), limits)) {
            var progress = new NotedProgress(builds, build.id);
            progress.at("unpacking", 0);
            var folder = work.path().resolve("pack");
            zip.unpack(folder);
            var pack = new FolderPack(folder, null);
            if (build.corrects != null) {
                var built = builder.build(pack, corrections.idKey(build.corrects), work.path(), progress);
                corrections.take(built, build);
                LOG.infof("built a pack that puts the challenge %s right", build.slug);
                return;
            }
            var built = builder.build(pack, hosting.idKey(build.slug), work.path(), progress);
            hosting.hostDraft(built, build.accountId, build.id);
            LOG.infof("built the challenge %s, a draft", build.slug);
        }
    }
}
