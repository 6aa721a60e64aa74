package org.voorwerp.server.web.data;

import io.quarkus.qute.RawString;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.web.text.Links;
import org.voorwerp.server.web.text.Markdown;

/// A published file as the data page lists it.
///
/// @param rows data rows of a table; null for other files
public record FileView(
        String name, String url, long bytes, @Nullable Long rows, String sha256, RawString description) {

    public static FileView of(String slug, DatasetFile file) {
        return new FileView(
                file.name,
                Links.file(slug, file.name),
                file.bytes,
                file.rows,
                file.blob,
                Markdown.toHtml(file.description));
    }
}
