package org.voorwerp.server.metric.plugin;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/// What a plug-in sees of the server: Java's own classes and those of voorwerp-scoring, but not what the server is made
/// of. So a plug-in brings the libraries it needs, in the versions it needs, and cannot come to depend on the server.
final class LibraryClasses extends ClassLoader {

    private static final String OURS = "org.voorwerp.";
    private static final String SERVER = "org.voorwerp.server.";
    private static final String ANNOTATIONS = "org.jspecify.";

    private final ClassLoader server;

    LibraryClasses(ClassLoader server) {
        super("voorwerp-scoring", ClassLoader.getPlatformClassLoader());
        this.server = server;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        boolean library = name.startsWith(OURS) && !name.startsWith(SERVER);
        if (library || name.startsWith(ANNOTATIONS)) {
            return server.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.emptyEnumeration();
    }
}
