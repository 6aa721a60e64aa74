package org.voorwerp.server.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.voorwerp.server.challenge.pack.PackLimits;

/// Makes a pack of a challenge as another platform has it, whichever that is.
public final class PackImport {

    /// Of one's own files.
    private static final PackLimits OWN = new PackLimits(8L << 30, 200_000, 32L << 30);

    private PackImport() {}

    /// @param from a folder or a zip archive
    /// @param out a folder that does not exist, or is empty
    /// @return what became of it; the same stands in the pack
    /// @throws NotImported if no pack can be made of it; then nothing is written
    /// @throws org.voorwerp.server.challenge.pack.PackRefused if an archive could do harm
    public static ImportReport run(Path from, Path out) throws NotImported, IOException {
        requireEmpty(out);
        var scratch = Files.createTempDirectory("voorwerp-import");
        try {
            return run(from, String.valueOf(from.getFileName()), out, scratch, OWN);
        } finally {
            delete(scratch);
        }
    }

    /// The same of what somebody else sent.
    ///
    /// @param name of the folder or archive: a title, where nothing else is one
    /// @param scratch a folder for what is unpacked, removed by whoever calls
    /// @param limits of what is unpacked
    static ImportReport run(Path from, String name, Path out, Path scratch, PackLimits limits)
            throws NotImported, IOException {
        var root = Files.isDirectory(from) ? from : unpacked(from, scratch, limits);
        var source = new SourceFolder(withoutWrapping(root).toRealPath(), scratch, limits);
        var report = new ImportReport();
        var draft = draft(source, name, report);
        report.guessed("Subjects get new ids here. Participants find the id they know, or the number of the row, in"
                + " the column original_id of test.csv. If the truth can be looked up by it elsewhere, take it out of"
                + " `publish`.");
        report.guessed("Public scores are told in full, as there. Where few subjects stand behind them, that lets"
                + " participants climb by luck, and the board's rule `ladder` does not: see docs/scores.md.");
        draft.write(out, report);
        return report;
    }

    private static void requireEmpty(Path out) throws NotImported, IOException {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new NotImported(out + " is a file; name a folder");
        }
        try (var content = Files.list(out)) {
            if (content.findAny().isPresent()) {
                throw new NotImported(out + " is there already and not empty; name another folder");
            }
        }
    }

    private static Path unpacked(Path from, Path scratch, PackLimits limits) throws NotImported, IOException {
        if (!Files.isRegularFile(from)) {
            throw new NotImported("there is neither a folder nor a zip archive " + from);
        }
        return SourceFolder.unpacked(from, scratch, limits);
    }

    /// The only folder in `root`, if there is nothing else.
    private static Path withoutWrapping(Path root) throws IOException {
        try (var content = Files.list(root)) {
            var all = content.toList();
            return all.size() == 1 && Files.isDirectory(all.getFirst()) ? all.getFirst() : root;
        }
    }

    private static PackDraft draft(SourceFolder source, String name, ImportReport report)
            throws NotImported, IOException {
        if (source.has(CodabenchBundle.SETTINGS)) {
            return new CodabenchBundle(source, report).draft();
        }
        if (source.has(EvalAiChallenge.SETTINGS)) {
            return new EvalAiChallenge(source, report).draft();
        }
        if (source.has(KaggleFolder.SOLUTION)) {
            return new KaggleFolder(source, report).draft(name);
        }
        throw new NotImported(
                "none of what can be imported is at its top: " + CodabenchBundle.SETTINGS + " (Codabench), "
                        + EvalAiChallenge.SETTINGS + " (EvalAI), " + KaggleFolder.SOLUTION + " (as for Kaggle)");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
