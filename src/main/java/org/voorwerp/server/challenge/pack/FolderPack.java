package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A pack that lies in a folder.
///
/// @param root holds challenge.yaml
/// @param dataFolder where data files are looked for that are not in the pack, first under the challenge's slug; null
///     for packs of strangers, who must not read what others keep there
public record FolderPack(Path root, @Nullable Path dataFolder) implements PackFiles {

    @Override
    public @Nullable InputStream open(String path) throws IOException {
        var file = root.resolve(path);
        return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    @Override
    public @Nullable InputStream openData(String slug, String path) throws IOException {
        var file = data(slug, path);
        return file.isPresent() && Files.isRegularFile(file.get()) ? Files.newInputStream(file.get()) : null;
    }

    @Override
    public boolean hasDataFolder(String slug, String path) throws IOException {
        var folder = data(slug, path);
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return false;
        }
        try (var content = Files.list(folder.get())) {
            return content.findAny().isPresent();
        }
    }

    /// Where a data file or folder lies.
    public Optional<Path> data(String slug, String path) {
        return places(slug, path).stream().filter(Files::exists).findFirst();
    }

    /// Where to put data files that are not in the pack.
    public Path dataFolder(String slug) {
        return dataFolder == null ? root.resolve("data") : dataFolder.resolve(slug);
    }

    private List<Path> places(String slug, String path) {
        var inPack = Stream.of(root.resolve("data"));
        var beside = dataFolder == null ? Stream.<Path>empty() : Stream.of(dataFolder.resolve(slug), dataFolder);
        return Stream.concat(inPack, beside).map(folder -> folder.resolve(path)).toList();
    }
}
