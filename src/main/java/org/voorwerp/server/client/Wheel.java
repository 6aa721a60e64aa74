package org.voorwerp.server.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;

/// The client for Python as pip installs it, made when the server was built (clients/python).
@ApplicationScoped
public class Wheel {

    private static final String RESOURCE = "META-INF/python/voorwerp.whl";
    private static final String ABOUT = ".dist-info/METADATA";

    private final byte[] content;
    private final String fileName;
    private final String sha256;

    Wheel() {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            this.content = Objects.requireNonNull(in, RESOURCE).readAllBytes();
            this.fileName = nameAndVersion() + "-py3-none-any.whl";
            this.sha256 = DigestUtils.sha256Hex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A wheel names its version within itself, and pip takes none whose file name says another.
    private String nameAndVersion() throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(ABOUT)) {
                    return entry.getName().substring(0, entry.getName().length() - ABOUT.length());
                }
            }
        }
        throw new IOException(RESOURCE + " says nothing of itself");
    }

    /// All of it.
    byte[] content() {
        return content.clone();
    }

    /// As the packaging specifications want it, e.g. `voorwerp-0.1.0-py3-none-any.whl`.
    public String fileName() {
        return fileName;
    }

    /// In hexadecimal.
    public String sha256() {
        return sha256;
    }
}
