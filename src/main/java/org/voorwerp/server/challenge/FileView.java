package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.dataset.DatasetFile;

/// A published file.
///
/// @param rows of a table, the header not counted
/// @param sha256 of the bytes, in hexadecimal
/// @param href where to fetch it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileView(
        String name,
        String description,
        String mediaType,
        long bytes,
        @Nullable Long rows,
        String sha256,
        String href) {

    static FileView of(Challenge challenge, DatasetFile file) {
        return new FileView(
                file.name,
                file.description,
                file.mediaType,
                file.bytes,
                file.rows,
                file.blob,
                "/api/challenges/" + challenge.slug + "/files/" + file.name);
    }
}
