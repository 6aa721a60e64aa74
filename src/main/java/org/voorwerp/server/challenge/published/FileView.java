package org.voorwerp.server.challenge.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.dataset.DatasetColumn;
import org.voorwerp.server.dataset.DatasetFile;

/// A published file.
///
/// @param rows of a table, the header not counted
/// @param sha256 of the bytes, in hexadecimal
/// @param href where to fetch the latest version of it
/// @param content where to fetch this very content, now and later
/// @param version of the dataset
/// @param sameAs the file that holds the same in the form meant for everybody; absent for that one
/// @param columns of a table; absent for other files
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileView(
        String name,
        String description,
        String mediaType,
        long bytes,
        @Nullable Long rows,
        String sha256,
        String href,
        String content,
        int version,
        @Nullable String sameAs,
        @Nullable List<Column> columns) {

    /// A column of a table.
    ///
    /// @param type what its cells hold: `text`, `integer` or `decimal`
    public record Column(String name, String type, String description) {

        static Column of(DatasetColumn column) {
            return new Column(column.name(), column.type().name().toLowerCase(Locale.ROOT), column.description());
        }
    }

    static FileView of(Challenge challenge, DatasetFile file) {
        return new FileView(
                file.name,
                file.description,
                file.mediaType,
                file.bytes,
                file.rows,
                file.blob,
                "/api/challenges/" + challenge.slug + "/files/" + file.name,
                "/api/challenges/" + challenge.slug + "/content/" + file.blob + "/" + file.name,
                file.version,
                file.sameAs,
                file.columns == null
                        ? null
                        : file.columns.stream().map(Column::of).toList());
    }
}
