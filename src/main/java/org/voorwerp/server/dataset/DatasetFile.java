package org.voorwerp.server.dataset;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published file of a challenge.
@Entity
@IdClass(DatasetFile.Key.class)
public class DatasetFile extends PanacheEntityBase {

    /// Test subjects and what is published of them.
    public static final String TEST = "test.csv";
    /// Train subjects with their consensus.
    public static final String TRAIN = "train.csv";
    /// A submission that is valid and says nothing.
    public static final String SAMPLE = "sample_submission.csv";
    /// All images, train and test.
    public static final String IMAGES = "images.zip";

    /// Which file of which challenge.
    public record Key(UUID challengeId, String name) implements Serializable {}

    @Id
    public UUID challengeId;

    @Id
    public String name;

    public int position;
    public String mediaType;

    /// SHA-256 of the content, and the blob's name.
    public String blob;

    public long bytes;

    /// Data rows of a table, the header not counted; null for other files.
    public @Nullable Long rows;

    /// One sentence in Markdown.
    public String description;

    public static List<DatasetFile> of(UUID challenge) {
        return list("challengeId = ?1 order by position", challenge);
    }

    public static Optional<DatasetFile> of(UUID challenge, String name) {
        return find("challengeId = ?1 and name = ?2", challenge, name).firstResultOptional();
    }
}
