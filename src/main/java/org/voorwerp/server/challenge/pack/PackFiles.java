package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The files of a pack, wherever they lie.
public interface PackFiles {

    /// The file that every pack has.
    String DEFINITION = "challenge.yaml";

    /// Opens a file beside challenge.yaml.
    ///
    /// @param path relative, as [#problem] allows
    /// @return null if there is none
    @Nullable
    InputStream open(String path) throws IOException;

    /// Opens a data file.
    ///
    /// @param slug of the challenge
    /// @param path relative to data/, as [#problem] allows
    /// @return null if there is none
    @Nullable
    InputStream openData(String slug, String path) throws IOException;

    /// Whether there is a folder of that name under data/, with something in it.
    boolean hasDataFolder(String slug, String path) throws IOException;

    /// Why a path in challenge.yaml cannot be followed, or null if it can: it must not lead out of the pack.
    static @Nullable String problem(String path) {
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*")) {
            return "must be relative";
        }
        if (path.indexOf('\\') >= 0) {
            return "must have / between folders";
        }
        if (path.indexOf('\0') >= 0) {
            return "must not hold a NUL";
        }
        for (var step : path.split("/", -1)) {
            if (step.equals("..") || step.equals(".") || step.isEmpty()) {
                return "must name each folder: . and .. and empty steps are not allowed";
            }
        }
        return null;
    }
}
