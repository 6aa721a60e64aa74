package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Markdown pages: whether they are there and can be shown.
final class PageChecks {

    /// How long a page may be.
    static final int MOST_BYTES = 1 << 20;

    private final Checking checking;
    private final Map<String, String> pages = new LinkedHashMap<>();

    PageChecks(Checking checking) {
        this.checking = checking;
    }

    /// Checks the pages and returns them: name → Markdown.
    Map<String, String> check() {
        var root = checking.root();
        root.get("pages").entries().forEach(this::read);
        read("terms", root.get("terms"));
        return pages;
    }

    private void read(String name, Place page) {
        var path = page.text();
        if (path.isEmpty() || !checking.isSafe(page)) {
            return;
        }
        try (var in = checking.files().open(path.get())) {
            var problem = in == null ? "there is no file " + path.get() + " in the pack" : read(name, in);
            if (problem != null) {
                checking.tell(page.valueFinding(problem));
            }
        } catch (IOException e) {
            checking.tell(page.valueFinding(path.get() + " cannot be read: " + e.getMessage()));
        }
    }

    private @Nullable String read(String name, InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return "the page is longer than " + MOST_BYTES / 1024 + " KiB";
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                return "the page holds a NUL and is no text";
            }
            pages.put(name, text);
            return text.isBlank() ? "the page is empty" : null;
        } catch (CharacterCodingException e) {
            return "the page is not UTF-8: save it as UTF-8";
        }
    }
}
