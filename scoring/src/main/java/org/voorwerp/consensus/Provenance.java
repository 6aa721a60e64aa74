package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.TruthSource.Choices;

/// What a consensus was made of: the recipe and the digests of all its files. Who has the same has the same consensus.
///
/// @param kind `classifications`, `votes`, `labels` or `solution`
/// @param file the name of the table of truth, without folders
/// @param sha256 of its bytes, hexadecimal
/// @param inputs all files that were read, that table first
/// @param recipe where classifications were reduced
/// @param choices where plain votes were
public record Provenance(
        String kind,
        String file,
        String sha256,
        List<Input> inputs,
        @Nullable Recipe recipe,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Choices choices) {

    /// A file that was read.
    ///
    /// @param sha256 of its bytes, hexadecimal
    public record Input(String file, long bytes, String sha256) {

        public static Input of(Path file) throws IOException {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    long bytes = in.transferTo(OutputStream.nullOutputStream());
                    var hex = HexFormat.of().formatHex(digest.digest());
                    return new Input(file.getFileName().toString(), bytes, hex);
                }
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /// Reads the source's files for their digests.
    public static Provenance of(TruthSource source) throws IOException {
        var inputs = new ArrayList<Input>();
        for (var file : source.files()) {
            inputs.add(Input.of(file));
        }
        var table = inputs.getFirst();
        return new Provenance(source.name(), table.file(), table.sha256(), inputs, source.recipe(), source.choices());
    }
}
