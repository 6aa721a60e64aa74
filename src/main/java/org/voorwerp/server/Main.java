package org.voorwerp.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Arrays;
import org.voorwerp.consensus.program.ConsensusProgram;

/// The entrance: without arguments the server, with a command what the command does, without a server.
@QuarkusMain
public final class Main {

    private static final String USAGE =
            "usage: voorwerp run | voorwerp validate PACK | voorwerp consensus FILE [option...]"
                    + " | voorwerp verify-commitment COMMITMENT FILE... | voorwerp import FOLDER|ZIP --out PACK";

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run(arguments);
        } else if (arguments.length == 2 && arguments[0].equals("validate")) {
            System.exit(new PackValidation(System.out).run(Path.of(arguments[1])));
        } else if (arguments[0].equals("consensus")) {
            ConsensusProgram.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (arguments.length >= 3 && arguments[0].equals("verify-commitment")) {
            var files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
            System.exit(new CommitmentCheck(System.out).run(Path.of(arguments[1]), files));
        } else if (arguments.length == 4 && arguments[0].equals("import") && arguments[2].equals("--out")) {
            System.exit(new PackImporting(System.out).run(Path.of(arguments[1]), Path.of(arguments[3])));
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }
}
