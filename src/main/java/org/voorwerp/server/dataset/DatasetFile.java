package org.voorwerp.server.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A published file in one version of a challenge's dataset.
@Entity
@IdClass(DatasetFile.Key.class)
public class DatasetFile extends PanacheEntityBase {

    /// Test subjects and what is published of them.
    public static final String TEST = "test.csv";
    /// Train subjects with their consensus.
    public static final String TRAIN = "train.csv";
    /// A submission that is valid and says nothing.
    public static final String SAMPLE = "sample_submission.csv";
    private static final String LATEST = "(select max(version) from DatasetVersion v where v.challengeId = ?1)";

    /// All images, train and test.
    public static final String IMAGES = "images.zip";

    /// Which file in which version of which challenge's dataset.
    public record Key(UUID challengeId, int version, String name) implements Serializable {}

    @Id
    public UUID challengeId;

    @Id
    public int version;

    @Id
    public String name;

    public int position;
    public String mediaType;

    /// SHA-256 of the content, and the blob's name.
    public String blob;

    public long bytes;

    /// Data rows of a table, the header not counted; null for other files.
    public @Nullable Long rows;

    /// Of a table; null for other files, and where they were not noted.
    @JdbcTypeCode(SqlTypes.JSON)
    public @Nullable List<DatasetColumn> columns;

    /// One sentence in Markdown.
    public String description;

    /// The file that holds the same in the form meant for everybody; null for that one.
    public @Nullable String sameAs;

    /// Those of the latest version.
    public static List<DatasetFile> of(UUID challenge) {
        return list("challengeId = ?1 and version = " + LATEST + " order by position", challenge);
    }

    /// Those of one version; none where there is no such version.
    public static List<DatasetFile> of(UUID challenge, int version) {
        return list("challengeId = ?1 and version = ?2 order by position", challenge, version);
    }

    /// One of the latest version.
    public static Optional<DatasetFile> of(UUID challenge, String name) {
        return find("challengeId = ?1 and name = ?2 and version = " + LATEST, challenge, name)
                .firstResultOptional();
    }

    /// One of any version, by its content.
    ///
    /// @param sha256 in hexadecimal
    public static Optional<DatasetFile> byContent(UUID challenge, String sha256, String name) {
        return find("challengeId = ?1 and blob = ?2 and name = ?3 order by version", challenge, sha256, name)
                .firstResultOptional();
    }
}
