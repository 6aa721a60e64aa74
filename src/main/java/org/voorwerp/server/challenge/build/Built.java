package org.voorwerp.server.challenge.build;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.challenge.BaselineFile;
import org.voorwerp.server.challenge.BuildReport;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.build.source.IdKey;
import org.voorwerp.server.dataset.DatasetColumn;
import org.voorwerp.server.storage.Blob;

/// What a build made of a pack: blobs that nobody knows yet, and all that is to stand in the database.
///
/// @param pages name → Markdown
/// @param idKey made the published ids
/// @param groups of the truth's subjects
/// @param programs folder in the pack → digest of the blob
/// @param baselines their files lie in the build's own folder
record Built(
        Definition definition,
        Map<String, String> pages,
        IdKey idKey,
        List<PublishedBlob> files,
        Truth truth,
        List<String> groups,
        List<BaselineFile> baselines,
        Map<String, String> programs,
        BuildReport report) {

    /// A file to publish.
    ///
    /// @param rows of a table; null for other files
    /// @param columns of a table; null for other files
    /// @param description one sentence in Markdown
    /// @param sameAs the file that holds the same in the form meant for everybody; null for that one
    record PublishedBlob(
            String name,
            String mediaType,
            Blob blob,
            @Nullable Long rows,
            @Nullable List<DatasetColumn> columns,
            String description,
            @Nullable String sameAs) {}
}
