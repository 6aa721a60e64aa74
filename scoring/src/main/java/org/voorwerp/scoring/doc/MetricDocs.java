package org.voorwerp.scoring.doc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/// Runs [MetricDocProcessor] over this library's own sources, which cannot be compiled with a processor that is not
/// compiled yet.
final class MetricDocs {

    private MetricDocs() {}

    /// @param arguments the folder of sources and that of classes
    public static void main(String... arguments) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var sources = Files.walk(Path.of(arguments[0]));
                var files = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:only", "-d", arguments[1], "-classpath", System.getProperty("java.class.path")),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(file -> file.toString().endsWith(".java"))
                                    .toList()));
            task.setProcessors(List.of(new MetricDocProcessor()));
            if (!task.call()) {
                throw new IllegalStateException("the metrics' documentation was not written");
            }
        }
    }
}
