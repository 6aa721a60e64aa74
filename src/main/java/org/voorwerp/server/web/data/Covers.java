package org.voorwerp.server.web.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.profile.TableProfiles;
import org.voorwerp.server.dataset.sample.ImageFiles;
import org.voorwerp.server.dataset.sample.Picture;
import org.voorwerp.server.dataset.sample.TableRows;

/// The picture of a challenge: the first images to learn from, as one. Published ids say nothing of the subjects, so
/// the
/// first are as good as any.
@ApplicationScoped
class Covers {

    private static final int COLUMNS = 4;
    private static final int IMAGES = 8;

    private final TableProfiles profiles;
    private final TableRows rows;
    private final ImageFiles images;

    Covers(TableProfiles profiles, TableRows rows, ImageFiles images) {
        this.profiles = profiles;
        this.rows = rows;
        this.images = images;
    }

    Optional<Picture> of(Challenge challenge, DatasetFile archive) {
        return DatasetFile.of(challenge.id, DatasetFile.TRAIN)
                .flatMap(train -> profiles.of(train).map(profile -> rows.page(train, profile, 0, IMAGES)))
                .flatMap(page -> {
                    int id = page.columns().indexOf(challenge.definition.idColumn());
                    return id < 0
                            ? Optional.empty()
                            : images.sheet(
                                    archive,
                                    page.rows().stream().map(row -> row.get(id)).toList(),
                                    COLUMNS);
                });
    }
}
