package org.voorwerp.server.challenge.build.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.TruthSource;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackFindings;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.challenge.pack.ZipPack;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.metric.program.ProgramSource;
import org.voorwerp.table.Finding;
import org.voorwerp.table.TableException;

/// The tables of a pack whose challenge.yaml is right, read: what is known of the subjects, and the hold-out made of
/// the truth.
///
/// @param known of the subjects
/// @param subjects split, with their truth
public record PackTables(SubjectTable known, Subjects subjects) {

    private static final String ONE_VOLUNTEER = "one-volunteer";

    /// Checks them as a build would.
    ///
    /// @throws PackRefused naming what is wrong with them
    public static void check(FolderPack pack, Definition definition, Catalogue catalogue) throws IOException {
        // Any key will do: nothing is kept.
        read(pack, definition, catalogue, new IdKey(new byte[32], true), (step, share) -> {});
    }

    /// Checks those of an archive, which it unpacks for as long as it takes.
    ///
    /// @throws PackRefused naming what is wrong with them
    public static void check(ZipPack pack, Definition definition, Catalogue catalogue) throws IOException {
        try (var folder = new Workspace.Folder(Files.createTempDirectory("voorwerp-validate"))) {
            pack.unpack(folder.path());
            check(new FolderPack(folder.path(), null), definition, catalogue);
        }
    }

    /// Reads both tables, also where the first is wrong, so that the mistakes of both are told at once.
    ///
    /// @throws PackRefused naming what is wrong with them
    public static PackTables read(
            FolderPack pack, Definition definition, Catalogue catalogue, IdKey idKey, Progress progress)
            throws IOException {
        var mistakes = new PackFindings();
        progress.at("reading the subjects", 0.02);
        var known = SubjectTable.none();
        try {
            known = known(pack, definition);
        } catch (PackRefused e) {
            mistakes.add(e);
        }
        progress.at("counting votes", 0.05);
        try {
            if (mistakes.isEmpty()) {
                var subjects = holdOut(pack, definition, known, idKey);
                Ranges.check(definition, subjects);
                progress.at("trying the metrics", 0.08);
                new ScoreCheck(definition, subjects.truth(), pack).check(metrics(pack, definition, catalogue));
                return new PackTables(known, subjects);
            }
            truth(pack, definition, null).gather(definition.taskKind());
        } catch (ConsensusException e) {
            var beside = e.file();
            var told = e.findings().stream()
                    .map(finding -> beside == null
                            ? inTruth(definition, finding)
                            : PackFinding.of("data/" + beside.getFileName(), finding));
            mistakes.add(new PackRefused(told.toList(), e.count()));
        } catch (TableException e) {
            mistakes.add(new PackRefused(List.of(inTruth(definition, e.finding())), 1));
        }
        throw new PackRefused(mistakes.list(), mistakes.count());
    }

    /// The metrics of a pack, whose programs lie in its folders.
    public static List<ConfiguredMetric<?>> metrics(FolderPack pack, Definition definition, Catalogue catalogue) {
        return definition.configuredMetrics(
                catalogue, folder -> new ProgramSource.Folder(pack.root().resolve(folder)));
    }

    private static SubjectTable known(FolderPack pack, Definition definition) throws IOException {
        return definition.subjects() == null
                ? SubjectTable.none()
                : SubjectTable.read(
                        definition, file(pack, definition, definition.subjects().file()));
    }

    private static TruthSource truth(FolderPack pack, Definition definition, @Nullable String group) {
        return Sources.truth(definition, path -> file(pack, definition, path), group);
    }

    private static Subjects holdOut(FolderPack pack, Definition definition, SubjectTable known, IdKey idKey)
            throws IOException {
        var group = definition.holdout().group();
        boolean groupedBySubjects = known.rows().values().stream().anyMatch(subject -> subject.group() != null);
        return Subjects.of(
                truth(pack, definition, groupedBySubjects ? null : group),
                definition.taskKind(),
                Sources.holdout(definition),
                groups(definition, known),
                definition.baselines() != null && definition.baselines().contains(ONE_VOLUNTEER),
                idKey.bytes());
    }

    private static @Nullable Map<String, String> groups(Definition definition, SubjectTable known) {
        return definition.subjects() == null ? null : known.groups();
    }

    private static PackFinding inTruth(Definition definition, Finding finding) {
        return PackFinding.of("data/" + Sources.truthFile(definition), finding);
    }

    /// The images of all subjects.
    public List<WantedImage> images() {
        var wanted = new ArrayList<WantedImage>();
        for (var side : List.of(subjects.train(), subjects.test())) {
            for (int i = 0; i < side.size(); i++) {
                var row = known.get(side.upstream().get(i));
                wanted.add(new WantedImage(side.ids().get(i), Objects.requireNonNull(row.image()), row.line()));
            }
        }
        return wanted;
    }

    public static Path file(FolderPack pack, Definition definition, String path) {
        return pack.data(definition.slug(), path).orElseThrow(() -> PackRefused.of("data/" + path, "the file is gone"));
    }
}
