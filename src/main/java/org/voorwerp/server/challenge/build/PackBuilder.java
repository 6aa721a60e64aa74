package org.voorwerp.server.challenge.build;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.FolderPack;
import org.voorwerp.server.challenge.pack.PackConfig;
import org.voorwerp.server.challenge.pack.PackReader;
import org.voorwerp.server.challenge.pack.PackReader.Accepted;
import org.voorwerp.server.challenge.pack.PackReader.Rejected;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.storage.Blobs;

/// Makes a challenge of a pack: consensus, hold-out, new ids, published files, baselines. It writes blobs and nothing
/// to the database, so a build that ends half-way leaves no trace of itself that anybody sees.
@ApplicationScoped
class PackBuilder {

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
        var tables = PackTables.read(pack, definition, challenges.catalogue(), idKey, progress);
        var output = new BuildOutput(blobs, definition, tables.known(), tables.subjects());
        try (var images = images(pack, definition, tables, work)) {
            if (images != null) {
                images.read((step, share) -> progress.at(step, 0.1 + 0.7 * share));
            }
            progress.at("predicting baselines", 0.8);
            var baselines = new BaselinePredictions(definition, tables.known(), tables.subjects(), images).write(work);
            progress.at("writing files", 0.9);
            return output.write(accepted.pages(), idKey, images, baselines);
        }
    }

    private @Nullable ImageArchive images(FolderPack pack, Definition definition, PackTables tables, Path work)
            throws IOException {
        var images =
                definition.subjects() == null ? null : definition.subjects().images();
        if (images == null) {
            return null;
        }
        var source =
                new ImageSource(PackTables.file(pack, definition, images.from()), "data/" + images.from(), mostBytes);
        boolean seeing =
                definition.baselines() != null && definition.baselines().contains(BaselinePredictions.SEES_PIXELS);
        var table = "data/" + definition.subjects().file();
        return new ImageArchive(source, table, tables.images(), seeing, work.resolve("images"));
    }
}
