package org.voorwerp.server.challenge.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.baseline.Baseline;
import org.voorwerp.baseline.Material;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.server.challenge.BaselineFile;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.analysis.Features;
import org.voorwerp.server.challenge.build.source.ImageArchive;
import org.voorwerp.server.challenge.build.source.SubjectTable;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackRefused;

/// Lets the pack's baselines predict, each into a file as a participant would send it.
final class BaselinePredictions {

    /// The baseline that looks at images.
    static final String SEES_PIXELS = "nearest-centroid";

    private final Definition definition;
    private final SubjectTable known;
    private final Subjects subjects;
    private final @Nullable ImageArchive images;

    BaselinePredictions(Definition definition, SubjectTable known, Subjects subjects, @Nullable ImageArchive images) {
        this.definition = definition;
        this.known = known;
        this.subjects = subjects;
        this.images = images;
    }

    /// @param folder where the files are written
    List<BaselineFile> write(Path folder) throws IOException {
        var names = Objects.requireNonNullElse(definition.baselines(), List.<String>of());
        var features = new Features(known, subjects);
        var files = new ArrayList<BaselineFile>();
        for (var name : names) {
            files.add(write(Baseline.of(name), features, folder.resolve(name + ".csv")));
        }
        return files;
    }

    private BaselineFile write(Baseline baseline, Features features, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var predictions = baseline.predict(material(baseline, features));
            new PublishedTables(definition.idColumn(), definition.taskKind(), known)
                    .predictions(subjects.test().ids(), predictions, out);
            return new BaselineFile(baseline.name(), baseline.description(), file);
        } catch (IllegalArgumentException e) {
            throw PackRefused.of(
                    PackFiles.DEFINITION, "the baseline " + baseline.name() + " cannot predict: " + e.getMessage());
        }
    }

    private Material material(Baseline baseline, Features features) {
        var train = subjects.train();
        var test = subjects.test();
        var seen = baseline.name().equals(SEES_PIXELS) ? images : null;
        return new Material(
                definition.taskKind(),
                train.answers(),
                seen == null ? features.attributes(train) : features.attributesAndPixels(train, seen::pixels),
                seen == null ? features.attributes(test) : features.attributesAndPixels(test, seen::pixels),
                subjects.heldBack());
    }
}
