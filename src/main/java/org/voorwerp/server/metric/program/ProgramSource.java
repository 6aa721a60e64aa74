package org.voorwerp.server.metric.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// Where the files of a program come from. Equal sources hold the same program.
public interface ProgramSource {

    /// Writes the program's files into a folder that exists and is empty.
    void copyTo(Path target) throws IOException;

    /// The program lies in a folder.
    record Folder(Path folder) implements ProgramSource {

        @Override
        public void copyTo(Path target) throws IOException {
            for (var file : files()) {
                var copy = target.resolve(folder.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }

        /// Its files in a fixed order; links are left out.
        List<Path> files() throws IOException {
            try (var files = Files.walk(folder)) {
                return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .toList();
            }
        }
    }
}
