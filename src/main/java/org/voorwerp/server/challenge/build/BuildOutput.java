package org.voorwerp.server.challenge.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.challenge.BaselineFile;
import org.voorwerp.server.challenge.BuildReport;
import org.voorwerp.server.challenge.BuildReport.Ceiling;
import org.voorwerp.server.challenge.BuildReport.PublishedFile;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.Built.PublishedBlob;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// Writes what a challenge publishes.
final class BuildOutput {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final Blobs blobs;
    private final Definition definition;
    private final SubjectTable known;
    private final Subjects subjects;
    private final List<PublishedBlob> files = new ArrayList<>();

    BuildOutput(Blobs blobs, Definition definition, SubjectTable known, Subjects subjects) {
        this.blobs = blobs;
        this.definition = definition;
        this.known = known;
        this.subjects = subjects;
    }

    Built write(
            Map<String, String> pages,
            byte[] idKey,
            @Nullable ImageArchive images,
            List<BaselineFile> baselines,
            Map<String, String> programs,
            List<Ceiling> ceilings,
            List<ConfiguredMetric<?>> metrics)
            throws IOException {
        var kind = definition.taskKind();
        var tables = new PublishedTables(definition.idColumn(), kind, known);
        long train = subjects.train().size();
        long test = subjects.test().size();
        add(DatasetFile.TRAIN, CSV, train, "Train subjects with their consensus.", out -> tables.train(subjects, out));
        add(DatasetFile.TEST, CSV, test, "Test subjects, to be predicted.", out -> tables.test(subjects, out));
        add(
                DatasetFile.SAMPLE,
                CSV,
                test,
                "A submission that is valid and says nothing.",
                out -> tables.sample(subjects, out));
        if (images != null) {
            add(
                    DatasetFile.IMAGES,
                    "application/zip",
                    null,
                    "The images of all subjects, train and test, as `images/<" + definition.idColumn() + ">.png`.",
                    images::write);
        }
        return new Built(
                definition,
                pages,
                idKey,
                files,
                subjects.truth(),
                subjects.test().groups(),
                baselines,
                programs,
                report(images, baselines, ceilings, metrics));
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void add(String name, String mediaType, @Nullable Long rows, String description, Content content)
            throws IOException {
        try (var incoming = blobs.incoming(Area.DATASETS)) {
            var buffered = new BufferedOutputStream(incoming, 1 << 16);
            content.write(buffered);
            buffered.flush();
            files.add(new PublishedBlob(name, mediaType, incoming.keep(), rows, description));
        }
    }

    private BuildReport report(
            @Nullable ImageArchive images,
            List<BaselineFile> baselines,
            List<Ceiling> ceilings,
            List<ConfiguredMetric<?>> metrics) {
        var leaks = new LeakSearch(definition, known, subjects, images);
        return new BuildReport(
                subjects.report(),
                files.stream()
                        .map(file -> new PublishedFile(
                                file.name(),
                                file.blob().bytes(),
                                file.rows(),
                                file.blob().digest()))
                        .toList(),
                images == null ? null : images.size(),
                baselines.stream().map(BaselineFile::name).toList(),
                ceilings,
                Powers.of(
                        definition.taskKind(),
                        subjects.truth(),
                        metrics,
                        subjects.report().sides()),
                leaks.leaks(),
                leaks.straddling());
    }
}
