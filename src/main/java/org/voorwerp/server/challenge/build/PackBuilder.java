package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Truth;
import org.voorwerp.scoring.ceiling.NoiseCeiling;
import org.voorwerp.server.challenge.BuildReport.Ceiling;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackReader.Accepted;
import org.voorwerp.server.challenge.pack.PackReader.Rejected;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.table.TableException;

/// Makes a challenge of a pack: consensus, hold-out, new ids, published files, baselines. It writes blobs and
/// nothing to the database, so a build that ends half-way leaves no trace of itself that anybody sees.
@ApplicationScoped
class PackBuilder {

    private static final String ONE_VOLUNTEER = "one-volunteer";

    private final Blobs blobs;
    private final Challenges challenges;
    private final PackReader reader;
    private final long mostBytes;

    PackBuilder(Blobs blobs, Challenges challenges, PackConfig config) {
        this.blobs = blobs;
        this.challenges = challenges;
        this.reader = new PackReader(challenges.catalogue());
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
        var metrics = definition.configuredMetrics(challenges.catalogue());
        ScoreCheck.check(definition.taskKind(), subjects.truth(), metrics, pack);
        progress.at("drawing votes anew", 0.08);
        var ceilings = ceilings(definition.taskKind(), subjects.truth(), metrics);
        var output = new BuildOutput(blobs, definition, known, subjects);
        try (var images = images(pack, definition, known, subjects, work)) {
            if (images != null) {
                images.read((step, share) -> progress.at(step, 0.1 + 0.7 * share));
            }
            progress.at("predicting baselines", 0.8);
            var baselines = new BaselinePredictions(definition, known, subjects, images).write(work);
            progress.at("writing files", 0.9);
            return output.write(accepted.pages(), idKey, images, baselines, ceilings);
        }
    }

    private static List<Ceiling> ceilings(TaskKind kind, Truth truth, List<ConfiguredMetric<?>> metrics) {
        var ceilings = new ArrayList<Ceiling>();
        for (var part : List.of(Part.PUBLIC, Part.PRIVATE)) {
            NoiseCeiling.of(metrics, kind, truth, part)
                    .forEach((metric, ceiling) ->
                            ceilings.add(new Ceiling(metric, part.word(), ceiling.crowd(), ceiling.volunteer())));
        }
        return ceilings;
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
