package org.voorwerp.server.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/// Addresses of style sheets and scripts. Each carries a digest of the content, so browsers may keep what they have for
/// ever and still get a change at once. In templates: `{asset:url('site.css')}`.
@TemplateExtension(namespace = "asset")
public final class Assets {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private static final int LENGTH = 12;

    private Assets() {}

    static String url(String name) {
        return URLS.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + digestOf("META-INF/resources/assets/" + n));
    }

    /// A short digest of a text.
    public static String digest(String text) {
        return DigestUtils.sha256Hex(text).substring(0, LENGTH);
    }

    private static String digestOf(String name) {
        try (var content = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return DigestUtils.sha256Hex(content).substring(0, LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
