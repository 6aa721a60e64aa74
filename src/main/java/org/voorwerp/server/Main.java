package org.voorwerp.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Arrays;

/// The entrance: without arguments the server, with a command what the command does, without a server.
@QuarkusMain
public final class Main {

    private static final String USAGE =
            "usage: voorwerp run | voorwerp validate PACK | voorwerp verify-commitment COMMITMENT FILE...";

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run(arguments);
        } else if (arguments.length == 2 && arguments[0].equals("validate")) {
            System.exit(new PackValidation(System.out).run(Path.of(arguments[1])));
        } else if (arguments.length >= 3 && arguments[0].equals("verify-commitment")) {
            var files = Arrays.stream(arguments).skip(2).map(Path::of).toList();
            System.exit(new CommitmentCheck(System.out).run(Path.of(arguments[1]), files));
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }
}
