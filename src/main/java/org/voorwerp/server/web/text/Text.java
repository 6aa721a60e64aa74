package org.voorwerp.server.web.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A text of ours in Markdown, kept in `src/main/resources/text`; its headings of level 2 begin sections.
public final class Text {

    public static final Text ABOUT = read("about");
    public static final Text METRICS = read("metrics");
    public static final Text PROBLEMS = read("problems");

    private final String whole;
    private final Map<String, String> sections = new LinkedHashMap<>();

    private Text(String whole) {
        this.whole = whole;
        for (var section : whole.split("(?m)^## ", -1)) {
            int end = section.indexOf('\n');
            if (end > 0) {
                sections.put(
                        section.substring(0, end).strip(),
                        section.substring(end).strip());
            }
        }
    }

    public String whole() {
        return whole;
    }

    /// What stands under a heading, without it.
    public Optional<String> section(String heading) {
        return Optional.ofNullable(sections.get(heading));
    }

    private static Text read(String name) {
        try (var in = Text.class.getResourceAsStream("/text/" + name + ".md")) {
            if (in == null) {
                throw new IllegalStateException("the text " + name + ".md is missing");
            }
            return new Text(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
