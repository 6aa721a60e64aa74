package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.analysis.Attributes;
import org.voorwerp.server.challenge.build.analysis.Ceilings;
import org.voorwerp.server.challenge.build.analysis.LeakSearch;
import org.voorwerp.server.challenge.build.source.IdKey;
import org.voorwerp.server.challenge.build.source.ImageArchive;
import org.voorwerp.server.challenge.build.source.ImageSource;
import org.voorwerp.server.challenge.build.source.PackTables;
import org.voorwerp.server.challenge.build.source.Progress;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackReader.Accepted;
import org.voorwerp.server.challenge.pack.PackReader.Rejected;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.dataset.parquet.ParquetFiles;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.metric.program.ProgramStore;
import org.voorwerp.server.storage.Blobs;

/// Makes a challenge of a pack: consensus, hold-out, new ids, published files, baselines. It writes blobs and nothing
/// to the database, so a build that ends half-way leaves no trace of itself that anybody sees.
@ApplicationScoped
class PackBuilder {

    /// By chance one draw in some hundred tells the truth of few subjects; where so many in a row do, it is not chance,
    /// and the challenge must not be published.
    private static final int MOST_DRAWS = 20;

    private final Blobs blobs;
    private final ParquetFiles parquet;
    private final Catalogue catalogue;
    private final ProgramStore programs;
    private final PackReader reader;
    private final long mostBytes;

    PackBuilder(Blobs blobs, ParquetFiles parquet, Catalogue catalogue, ProgramStore programs, PackConfig config) {
        this.blobs = blobs;
        this.parquet = parquet;
        this.catalogue = catalogue;
        this.programs = programs;
        this.reader = new PackReader(catalogue.metrics());
        this.mostBytes = config.maxUnpackedBytes().asLongValue();
    }

    /// @param wanted makes the ids, unless they are not kept and tell the truth: then they are drawn anew
    /// @param work a folder of the build's own
    /// @throws PackRefused saying what is wrong with the pack
    Built build(FolderPack pack, IdKey wanted, Path work, Progress progress) throws IOException {
        progress.at("checking the pack", 0);
        var accepted = switch (reader.read(pack)) {
            case Accepted right -> right;
            case Rejected(var findings, var count) -> throw new PackRefused(findings, count);
        };
        var definition = accepted.definition();
        var idKey = wanted;
        var tables = PackTables.read(pack, definition, catalogue, idKey, progress);
        for (int draws = 1; draws < MOST_DRAWS && !idKey.kept() && LeakSearch.idsTell(tables.subjects()); draws++) {
            idKey = IdKey.drawn();
            tables = PackTables.read(pack, definition, catalogue, idKey, progress);
        }
        progress.at("drawing votes anew", 0.09);
        var metrics = PackTables.metrics(pack, definition, catalogue).stream()
                // A query or a program would have to be run once a draw.
                .filter(metric -> metric.metric().view() != Comparison.class)
                .toList();
        var ceilings = Ceilings.of(definition.taskKind(), tables.subjects().truth(), metrics);
        progress.at("analysing attributes", 0.095);
        var attributes = Attributes.of(definition, tables.known(), tables.subjects());
        var output = new BuildOutput(blobs, parquet, work, definition, tables.known(), tables.subjects());
        try (var images = images(pack, definition, tables, work)) {
            if (images != null) {
                images.read((step, share) -> progress.at(step, 0.1 + 0.7 * share));
            }
            progress.at("predicting baselines", 0.8);
            var baselines = new BaselinePredictions(definition, tables.known(), tables.subjects(), images).write(work);
            progress.at("writing files", 0.9);
            return output.write(
                    accepted.pages(), idKey, images, baselines, keep(pack, definition), ceilings, attributes, metrics);
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

    private @Nullable ImageArchive images(FolderPack pack, Definition definition, PackTables tables, Path work)
            throws IOException {
        var known = definition.subjects();
        var images = known == null ? null : known.images();
        if (known == null || images == null) {
            return null;
        }
        var source =
                new ImageSource(PackTables.file(pack, definition, images.from()), "data/" + images.from(), mostBytes);
        boolean seeing =
                definition.baselines() != null && definition.baselines().contains(BaselinePredictions.SEES_PIXELS);
        var table = "data/" + known.file();
        return new ImageArchive(source, table, tables.images(), seeing, work.resolve("images"));
    }
}
