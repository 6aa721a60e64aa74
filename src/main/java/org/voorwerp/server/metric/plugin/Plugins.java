package org.voorwerp.server.metric.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;
import org.jboss.logging.Logger;
import org.voorwerp.scoring.Metric;
import org.voorwerp.scoring.Metrics;

/// Finds the metrics of plug-ins: jars in a folder, in the order of their names, each with a class loader of its own. A
/// jar that cannot be used is told in the log, by its name and with what is wrong, and left out as a whole: half a
/// plug-in would only show when a challenge asks for the other half.
public final class Plugins {

    private static final Logger LOG = Logger.getLogger(Plugins.class);

    private final Map<Metric<?>, String> sources = new HashMap<>();
    private Metrics metrics;

    private Plugins(Metrics builtIn) {
        this.metrics = builtIn;
    }

    /// The metrics of the library and those of plug-ins.
    public static Plugins load(Optional<Path> folder) {
        var server = Plugins.class.getClassLoader();
        var plugins = new Plugins(Metrics.load(server));
        folder.ifPresent(path -> plugins.addAll(path, new LibraryClasses(server)));
        return plugins;
    }

    public Metrics metrics() {
        return metrics;
    }

    /// The name of the jar that a metric came in; nothing for the built-in ones.
    public Optional<String> source(Metric<?> metric) {
        return Optional.ofNullable(sources.get(metric));
    }

    private void addAll(Path folder, ClassLoader library) {
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .forEach(jar -> add(jar, library));
        } catch (IOException e) {
            LOG.errorf("the plug-in folder %s (voorwerp.plugins.folder) cannot be read: %s", folder, e);
        }
    }

    private void add(Path jar, ClassLoader library) {
        try {
            var found = metrics(jar, library);
            var more = metrics;
            for (var metric : found) {
                more = more.plus(metric);
            }
            metrics = more;
            found.forEach(metric -> sources.put(metric, jar.getFileName().toString()));
            LOG.infof(
                    "the plug-in %s brings %s",
                    jar.getFileName(),
                    String.join(", ", found.stream().map(Metric::name).toList()));
        } catch (IOException | RuntimeException | Error e) {
            // Whatever a stranger's class does while it loads, the server starts.
            LOG.errorf(
                    "the plug-in %s is left out: %s%s",
                    jar.getFileName(), e, e.getCause() == null ? "" : ", because of " + e.getCause());
            LOG.debugf(e, "the plug-in %s", jar.getFileName());
        }
    }

    private static List<Metric<?>> metrics(Path jar, ClassLoader library) throws IOException {
        // A class loader passes over what is no jar.
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry("META-INF/services/" + Metric.class.getName()) == null) {
                throw new IOException("it has no META-INF/services/" + Metric.class.getName());
            }
        }
        // Not closed: its classes may load others for as long as the server runs.
        var loader = new URLClassLoader(
                jar.getFileName().toString(), new URL[] {jar.toUri().toURL()}, library);
        var metrics = new ArrayList<Metric<?>>();
        for (var metric : ServiceLoader.load(Metric.class, loader)) {
            metrics.add(usable(metric));
        }
        if (metrics.isEmpty()) {
            throw new IOException("its META-INF/services/" + Metric.class.getName() + " names no class of its own");
        }
        return metrics;
    }

    /// Asks all that the catalogue will ask, so that a class made for another version of the library fails now.
    private static Metric<?> usable(Metric<?> metric) {
        var problem = metric.name() == null || !metric.name().matches("[a-z0-9]+(-[a-z0-9]+)*")
                ? "its name must be lower-case words with hyphens between, not " + metric.name()
                : metric.view() == null ? "it has no view" : metric.direction() == null ? "it has no direction" : null;
        metric.parameters().forEach(parameter -> Objects.requireNonNull(parameter.name()));
        if (problem != null) {
            throw new IllegalArgumentException(metric.getClass().getName() + ": " + problem);
        }
        return metric;
    }
}
