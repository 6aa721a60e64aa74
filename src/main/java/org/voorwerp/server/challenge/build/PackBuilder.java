package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackReader.Accepted;
import org.voorwerp.server.challenge.pack.PackReader.Rejected;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.metric.program.ProgramSource;
import org.voorwerp.server.metric.program.ProgramStore;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.table.TableException;

/// Makes a challenge of a pack: consensus, hold-out, new ids, published files, baselines. It writes blobs and nothing
/// to the database, so a build that ends half-way leaves no trace of itself that anybody sees.
@ApplicationScoped
class PackBuilder {

    private static final String ONE_VOLUNTEER = "one-volunteer";

    private final Blobs blobs;
    private final Catalogue catalogue;
    private final ProgramStore programs;
    private final PackReader reader;
    private final long mostBytes;

    PackBuilder(Blobs blobs, Catalogue catalogue, ProgramStore programs, PackConfig config) {
        this.blobs = blobs;
        this.catalogue = catalogue;
        this.programs = programs;
        this.reader = new PackReader(catalogue.metrics());
        this.mostBytes = config.maxUnpackedBytes().asLongValue();
    }

    /// @param idKey 32 secret bytes: the same key and pack give the same ids
    /// @param work a folder of the build's own
    /// @throws PackRefused saying what is wrong with the pack
    Built build(FolderPack pack, byte[] idKey, Path work, Progress progress) throws IOException {
        progress.at("checking the pack", 0);
        var accepted = switch (reader.read(pack)) {
            case Accepted right -> right;
            case Rejected(var findings, var count) -> throw new PackRefused(findings, count);
        };
        var definition = accepted.definition();
        try {
            return build(pack, accepted, idKey, work, progress);
        } catch (ConsensusException e) {
            throw refused(Sources.truthFile(definition), e);
        } catch (TableException e) {
            throw new PackRefused(List.of(PackFinding.of("data/" + Sources.truthFile(definition), e.finding())), 1);
        }
    }

    private Built build(FolderPack pack, Accepted accepted, byte[] idKey, Path work, Progress progress)
            throws IOException {
        var definition = accepted.definition();
        progress.at("reading the subjects", 0.02);
        var known = subjects(pack, definition);
        progress.at("counting votes", 0.05);
        var subjects = holdOut(pack, definition, known, idKey);
        Ranges.check(definition, subjects);
        var metrics = definition.configuredMetrics(
                catalogue, folder -> new ProgramSource.Folder(pack.root().resolve(folder)));
        progress.at("trying the metrics", 0.08);
        new ScoreCheck(definition, subjects.truth(), pack).check(metrics);
        var output = new BuildOutput(blobs, definition, known, subjects);
        try (var images = images(pack, definition, known, subjects, work)) {
            if (images != null) {
                images.read((step, share) -> progress.at(step, 0.1 + 0.7 * share));
            }
            progress.at("predicting baselines", 0.8);
            var baselines = new BaselinePredictions(definition, known, subjects, images).write(work);
            progress.at("writing files", 0.9);
            return output.write(accepted.pages(), idKey, images, baselines, keep(pack, definition));
        }
    }

    /// Keeps the programs of metrics: folder → digest of the blob.
    private Map<String, String> keep(FolderPack pack, Definition definition) throws IOException {
        var kept = new TreeMap<String, String>();
        for (var folder : definition.programs()) {
            try {
                kept.put(folder, programs.keep(pack.root().resolve(folder)));
            } catch (MetricFault e) {
                throw PackRefused.of(folder, String.valueOf(e.getMessage()));
            }
        }
        return kept;
    }

    private static SubjectTable subjects(FolderPack pack, Definition definition) throws IOException {
        return definition.subjects() == null
                ? SubjectTable.none()
                : SubjectTable.read(
                        definition, file(pack, definition, definition.subjects().file()));
    }

    private static Subjects holdOut(FolderPack pack, Definition definition, SubjectTable known, byte[] idKey)
            throws IOException {
        var group = definition.holdout().group();
        boolean groupedBySubjects = known.rows().values().stream().anyMatch(subject -> subject.group() != null);
        var file = file(pack, definition, Sources.truthFile(definition));
        return Subjects.of(
                Sources.truth(definition, file, groupedBySubjects ? null : group),
                definition.taskKind(),
                Sources.holdout(definition),
                groups(definition, known),
                definition.baselines() != null && definition.baselines().contains(ONE_VOLUNTEER),
                idKey);
    }

    private static @Nullable Map<String, String> groups(Definition definition, SubjectTable known) {
        return definition.subjects() == null ? null : known.groups();
    }

    private @Nullable ImageArchive images(
            FolderPack pack, Definition definition, SubjectTable known, Subjects subjects, Path work)
            throws IOException {
        var images =
                definition.subjects() == null ? null : definition.subjects().images();
        if (images == null) {
            return null;
        }
        var source = new ImageSource(file(pack, definition, images.from()), "data/" + images.from(), mostBytes);
        boolean seeing =
                definition.baselines() != null && definition.baselines().contains(BaselinePredictions.SEES_PIXELS);
        return new ImageArchive(source, BuildOutput.imageNames(subjects, known), seeing, work.resolve("images"));
    }

    private static Path file(FolderPack pack, Definition definition, String path) {
        return pack.data(definition.slug(), path).orElseThrow(() -> PackRefused.of("data/" + path, "the file is gone"));
    }

    private static PackRefused refused(String file, ConsensusException e) {
        return new PackRefused(
                e.findings().stream()
                        .map(finding -> PackFinding.of("data/" + file, finding))
                        .toList(),
                e.count());
    }
}
