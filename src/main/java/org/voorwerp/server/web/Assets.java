package org.voorwerp.server.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Addresses of style sheets and scripts. Each carries a digest of the content, so browsers may keep what they have for
/// ever and still get a change at once. In templates: `{asset:url('site.css')}`.
@TemplateExtension(namespace = "asset")
public final class Assets {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    static String url(String name) {
        return URLS.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + digestOf("META-INF/resources/assets/" + n));
    }

    /// A short digest of a text.
    public static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digestOf(String name) {
        try (var content = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return digest(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
