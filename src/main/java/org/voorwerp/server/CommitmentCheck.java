package org.voorwerp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/// `voorwerp verify-commitment`: checks that files are those that a challenge was bound to before it began.
final class CommitmentCheck {

    private final PrintStream out;

    CommitmentCheck(PrintStream out) {
        this.out = out;
    }

    /// @param commitment a file with what the API says at `/api/challenges/…/commitment`
    /// @param files `truth.csv`, `split.csv` or both, by these names
    /// @return the exit status: 0 if all are as they were bound, 1 if one is not, 2 if that cannot be told
    int run(Path commitment, List<Path> files) {
        try {
            var bound = new ObjectMapper().readTree(Files.readAllBytes(commitment));
            var salt = bound.path("salt").asText();
            if (salt.isEmpty()) {
                out.println("There is no salt in " + commitment + ": it is told when the last phase has ended.");
                return 2;
            }
            int status = 0;
            for (var file : files) {
                status = Math.max(status, check(bound, HexFormat.of().parseHex(salt), file));
            }
            return status;
        } catch (IOException | IllegalArgumentException e) {
            out.println("The commitment cannot be verified: " + e.getMessage());
            return 2;
        }
    }

    private int check(JsonNode bound, byte[] salt, Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        var expected = bound.path(name.replaceFirst("\\.csv$", "")).asText();
        if (!List.of("truth.csv", "split.csv").contains(name) || expected.isEmpty()) {
            out.println(file + ": expected is a file called truth.csv or split.csv.");
            return 2;
        }
        boolean same = digest(salt, file).equals(expected);
        out.println(file + (same ? ": as it was bound." : ": NOT the file that the challenge was bound to."));
        return same ? 0 : 1;
    }

    private static String digest(byte[] salt, Path file) throws IOException {
        var sha256 = DigestUtils.getSha256Digest();
        sha256.update(salt);
        Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        return HexFormat.of().formatHex(sha256.digest());
    }
}
