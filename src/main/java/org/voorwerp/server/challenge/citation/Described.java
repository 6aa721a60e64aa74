package org.voorwerp.server.challenge.citation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.DatasetVersion;

/// What is said of a challenge's dataset, whatever the format.
///
/// @param server the address of the server, without a slash at its end
/// @param published the day; that of the build for a draft
/// @param classes the task's; empty where it has none
/// @param version of the dataset, from 1
/// @param files of that version
record Described(
        String server,
        String slug,
        String title,
        String summary,
        List<String> organisers,
        @Nullable Licence licence,
        @Nullable String citation,
        LocalDate published,
        List<String> classes,
        int version,
        List<DatasetFile> files) {

    static Described of(Challenge challenge, String server) {
        var definition = challenge.definition;
        var latest = DatasetVersion.latest(challenge.id);
        var since = latest.filter(version -> version.version > DatasetVersion.FIRST)
                .map(version -> version.createdAt)
                .orElse(challenge.publishedAt == null ? challenge.createdAt : challenge.publishedAt);
        return new Described(
                server,
                challenge.slug,
                challenge.title,
                challenge.summary,
                definition.organisers(),
                definition.licence() == null ? null : new Licence(definition.licence()),
                definition.citation() == null ? null : definition.citation().strip(),
                LocalDate.ofInstant(since, ZoneOffset.UTC),
                Objects.requireNonNullElse(definition.task().classes(), List.of()),
                latest.map(version -> version.version).orElse(DatasetVersion.FIRST),
                DatasetFile.of(challenge.id));
    }

    /// The page of the challenge.
    String page() {
        return server + "/challenges/" + slug;
    }

    /// Where a file's content stands for ever.
    String address(DatasetFile file) {
        return server + "/api/challenges/" + slug + "/content/" + file.blob + "/" + file.name;
    }

    /// As semantic versioning writes it: what is corrected may change what a program computes.
    String semanticVersion() {
        return version + ".0.0";
    }
}
