package org.voorwerp.server.challenge.build;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.attribute.AttributeAnalysis;
import org.voorwerp.holdout.Subjects;
import org.voorwerp.holdout.Subjects.Side;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.server.challenge.BaselineFile;
import org.voorwerp.server.challenge.BuildReport;
import org.voorwerp.server.challenge.BuildReport.Ceiling;
import org.voorwerp.server.challenge.BuildReport.PublishedFile;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.Built.PublishedBlob;
import org.voorwerp.server.challenge.build.analysis.LeakSearch;
import org.voorwerp.server.challenge.build.analysis.Powers;
import org.voorwerp.server.challenge.build.source.IdKey;
import org.voorwerp.server.challenge.build.source.ImageArchive;
import org.voorwerp.server.challenge.build.source.SubjectTable;
import org.voorwerp.server.dataset.DatasetColumn;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.parquet.ParquetFiles;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blob;
import org.voorwerp.server.storage.Blobs;

/// Writes what a challenge publishes.
final class BuildOutput {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final String TAR = "application/x-tar";

    private final Blobs blobs;
    private final ParquetFiles parquet;
    private final Path work;
    private final Definition definition;
    private final SubjectTable known;
    private final Subjects subjects;
    private final List<PublishedBlob> files = new ArrayList<>();

    /// @param work a folder of the build's own
    BuildOutput(
            Blobs blobs,
            ParquetFiles parquet,
            Path work,
            Definition definition,
            SubjectTable known,
            Subjects subjects) {
        this.blobs = blobs;
        this.parquet = parquet;
        this.work = work;
        this.definition = definition;
        this.known = known;
        this.subjects = subjects;
    }

    Built write(
            Map<String, String> pages,
            IdKey idKey,
            @Nullable ImageArchive images,
            List<BaselineFile> baselines,
            Map<String, String> programs,
            List<Ceiling> ceilings,
            @Nullable AttributeAnalysis attributes,
            List<ConfiguredMetric<?>> metrics)
            throws IOException {
        var kind = definition.taskKind();
        var tables = new PublishedTables(definition.idColumn(), kind, known);
        var train = PublishedColumns.train(definition.idColumn(), kind, known, subjects);
        var test = PublishedColumns.test(definition.idColumn(), known, subjects);
        var trainTable = add(
                DatasetFile.TRAIN,
                subjects.train(),
                train,
                "Train subjects with their consensus.",
                out -> tables.train(subjects, out));
        var testTable = add(
                DatasetFile.TEST,
                subjects.test(),
                test,
                "Test subjects, to be predicted.",
                out -> tables.test(subjects, out));
        add(
                DatasetFile.SAMPLE,
                subjects.test(),
                null,
                "A submission that is valid and says nothing.",
                out -> tables.sample(subjects, out));
        if (images != null) {
            addImages(images, tables, train, test);
        }
        if (parquet.areWritten()) {
            addParquet(trainTable);
            addParquet(testTable);
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
                report(images, baselines, ceilings, attributes, metrics));
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void addImages(
            ImageArchive images, PublishedTables tables, List<DatasetColumn> train, List<DatasetColumn> test)
            throws IOException {
        var zip = "The images of all subjects, train and test, as `images/<" + definition.idColumn() + ">.png`.";
        keep(images::write, blob -> file(DatasetFile.IMAGES, "application/zip", blob, zip, null));
        addSamples(images, subjects.train(), train, tables::withTruth, "train.tar", DatasetFile.TRAIN);
        addSamples(images, subjects.test(), test, tables::subject, "test.tar", DatasetFile.TEST);
    }

    private interface RowOf {
        List<String> row(Side side, int i);
    }

    private void addSamples(
            ImageArchive images, Side side, List<DatasetColumn> columns, RowOf rows, String name, String table)
            throws IOException {
        var archive = new SampleArchive(images, columns);
        var description = "Images and rows of `" + table + "` together, as WebDataset reads them.";
        keep(
                out -> archive.write(side.size(), i -> rows.row(side, i), out),
                blob -> file(name, TAR, blob, description, table));
    }

    private void addParquet(PublishedBlob table) throws IOException {
        var columns = Objects.requireNonNull(table.columns());
        var name = table.name().replaceFirst("\\.csv$", ".parquet");
        var written = work.resolve(name);
        parquet.write(blobs.path(Area.DATASETS, table.blob().digest()), columns, written, work);
        var description = "The same as `" + table.name() + "`, with types.";
        keep(
                out -> Files.copy(written, out),
                blob -> new PublishedBlob(name, PARQUET, blob, table.rows(), columns, description, table.name()));
        Files.delete(written);
    }

    private PublishedBlob add(
            String name, Side side, @Nullable List<DatasetColumn> columns, String description, Content content)
            throws IOException {
        return keep(
                content, blob -> new PublishedBlob(name, CSV, blob, (long) side.size(), columns, description, null));
    }

    private static PublishedBlob file(
            String name, String mediaType, Blob blob, String description, @Nullable String sameAs) {
        return new PublishedBlob(name, mediaType, blob, null, null, description, sameAs);
    }

    private PublishedBlob keep(Content content, Function<Blob, PublishedBlob> published) throws IOException {
        try (var incoming = blobs.incoming(Area.DATASETS)) {
            var buffered = new BufferedOutputStream(incoming, 1 << 16);
            content.write(buffered);
            buffered.flush();
            var file = published.apply(incoming.keep());
            files.add(file);
            return file;
        }
    }

    private BuildReport report(
            @Nullable ImageArchive images,
            List<BaselineFile> baselines,
            List<Ceiling> ceilings,
            @Nullable AttributeAnalysis attributes,
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
                attributes,
                Powers.of(
                        definition.taskKind(),
                        subjects.truth(),
                        metrics,
                        subjects.report().sides()),
                leaks.leaks(),
                leaks.straddling());
    }
}
