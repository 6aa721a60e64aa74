package org.voorwerp.server.importing;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.voorwerp.server.challenge.pack.PackLimits;
import org.voorwerp.server.challenge.pack.ZipPack;

/// The files of a challenge of another platform. What they name is looked for in their folder only; archives in it are
/// unpacked beside it, with the limits that packs have.
///
/// @param root holds them
/// @param scratch a folder for what is unpacked
/// @param limits of what is unpacked
record SourceFolder(Path root, Path scratch, PackLimits limits) {

    private static final int LONGEST_TEXT = 1 << 20;

    /// A file or folder of it.
    ///
    /// @param what names it in messages, e.g. `terms`
    /// @throws NotImported if there is none, or it lies elsewhere
    Path find(String what, String path) throws NotImported, IOException {
        var found = root.resolve(path.strip()).normalize();
        if (!found.startsWith(root) || !Files.exists(found, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotImported(what + " names " + path + ", which is not there");
        }
        if (!found.toRealPath().startsWith(root.toRealPath())) {
            throw new NotImported(what + " names " + path + ", a link that leads out of the folder");
        }
        return found;
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    /// A folder of it, or the content of a zip archive.
    Path folder(String what, String path) throws NotImported, IOException {
        var found = find(what, path);
        if (Files.isDirectory(found)) {
            return found;
        }
        if (!found.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new NotImported(what + " names " + path + ", which is neither a folder nor a zip archive");
        }
        return unpacked(found, scratch, limits);
    }

    /// The content of a zip archive, in a folder of its own.
    static Path unpacked(Path archive, Path scratch, PackLimits limits) throws IOException {
        var folder = Files.createTempDirectory(scratch, "unpacked");
        try (var zip = ZipPack.ofAnything(archive, limits)) {
            zip.unpack(folder);
        }
        return folder;
    }

    /// A text of it.
    String text(String what, String path) throws NotImported, IOException {
        return textOf(what, find(what, path));
    }

    static String textOf(String what, Path file) throws NotImported, IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_TEXT) {
            throw new NotImported(what + " is no file of at most " + LONGEST_TEXT / 1024 + " KiB");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new NotImported(what + " is not UTF-8; save it as UTF-8");
        }
    }

    /// The plain files of a folder and those below, in order.
    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
