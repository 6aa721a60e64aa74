package org.voorwerp.server.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Addresses of style sheets and scripts. Each carries a digest of the content, so browsers may keep what they have
/// for
/// ever and still get a change at once. In templates: `{asset:url('site.css')}`.
@TemplateExtension(namespace = "asset")
final class Assets {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    static String url(String name) {
        return URLS.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + digest(n));
    }

    private static String digest(String name) {
        try (var content = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/resources/assets/" + name)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no asset " + name);
            }
            var sha256 = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(sha256, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
