package org.voorwerp.server.metric.plugin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.doc.MetricDocProcessor;

/// Makes a jar of a class, as a plug-in's author would.
final class PluginJar {

    private PluginJar() {}

    /// @param jar to be written
    /// @param service what META-INF/services names
    /// @param type the class's full name
    /// @param source its text
    static Path of(Path jar, String service, String type, String source) throws IOException {
        return of(jar, service, compiled(type, source));
    }

    /// @param classes a folder of classes
    static Path of(Path jar, String service, Path classes) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + Metric.class.getName()));
            out.write(service.getBytes());
        }
        return jar;
    }

    static Path compiled(String type, String source) throws IOException {
        var classes = Files.createTempDirectory("plugin");
        var compiler = ToolProvider.getSystemJavaCompiler();
        var library = Path.of(URI.create(
                Metric.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        var unit =
                new SimpleJavaFileObject(
                        URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        var options = new ArrayList<>(List.of("-classpath", library.toString(), "-d", classes.toString()));
        var task = compiler.getTask(null, null, null, options, null, List.of(unit));
        task.setProcessors(List.of(new MetricDocProcessor()));
        if (!task.call()) {
            throw new IllegalStateException("the plug-in does not compile");
        }
        return classes;
    }
}
