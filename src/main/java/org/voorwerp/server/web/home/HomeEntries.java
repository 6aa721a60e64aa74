package org.voorwerp.server.web.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.profile.ColumnProfile;
import org.voorwerp.server.dataset.profile.TableProfiles;
import org.voorwerp.server.leaderboard.Leaderboards;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.data.ColumnLine;
import org.voorwerp.server.web.data.ImagePages;
import org.voorwerp.server.web.home.HomeEntry.Moment;
import org.voorwerp.server.web.text.Format;

/// Makes the entries of the list of challenges.
@ApplicationScoped
class HomeEntries {

    private static final int WIDTH = 192;
    private static final int HEIGHT = 72;
    private static final int BARS = 32;

    private final ChallengeViews views;
    private final Leaderboards leaderboards;
    private final TableProfiles profiles;
    private final Clock clock;

    HomeEntries(ChallengeViews views, Leaderboards leaderboards, TableProfiles profiles, Clock clock) {
        this.views = views;
        this.leaderboards = leaderboards;
        this.profiles = profiles;
        this.clock = clock;
    }

    HomeEntry of(Challenge challenge, Optional<Caller> caller) {
        var files = DatasetFile.of(challenge.id);
        var now = clock.instant();
        var phases = challenge.phases();
        var cover = file(files, DatasetFile.IMAGES).map(images -> ImagePages.cover(challenge.slug, images));
        var board = leaderboards.board(challenge, caller);
        var decides = board.metrics().getFirst();
        return new HomeEntry(
                views.head(challenge, phases, caller),
                file(files, DatasetFile.TRAIN).map(train -> train.rows).orElse(null),
                file(files, DatasetFile.TEST).map(test -> test.rows).orElse(null),
                HomeEntry.Best.of(board),
                decides.title() + ", " + Format.better(decides.better()),
                moment(phases, now),
                passed(phases, now),
                cover.orElse(null),
                cover.isPresent()
                        ? null
                        : file(files, DatasetFile.TRAIN)
                                .flatMap(train -> target(challenge, train))
                                .orElse(null));
    }

    private static Optional<DatasetFile> file(List<DatasetFile> files, String name) {
        return files.stream().filter(file -> file.name.equals(name)).findFirst();
    }

    private Optional<ColumnLine> target(Challenge challenge, DatasetFile train) {
        var predicted = challenge.definition.taskKind().columns().getFirst().name();
        // A list must not wait until a large table is read.
        return profiles.ifKnown(train)
                .flatMap(profile -> profile.columns().stream()
                        .filter(column -> !(column instanceof ColumnProfile.Texts))
                        .filter(column ->
                                column.name().equals(predicted) || column.name().equals("label"))
                        .findFirst()
                        .map(column -> ColumnLine.of(column, profile.rows(), WIDTH, HEIGHT, BARS)));
    }

    private static @Nullable Moment moment(List<Phase> phases, Instant now) {
        var open = phases.stream().filter(phase -> phase.isOpenAt(now)).findFirst();
        if (open.isPresent()) {
            return open.map(phase -> phase.endsAt)
                    .map(end -> new Moment(phases.size() > 1 ? "Phase ends" : "Ends", end))
                    .orElse(null);
        }
        return phases.stream()
                .map(phase -> phase.startsAt)
                .filter(start -> start.isAfter(now))
                .min(Instant::compareTo)
                .map(start -> new Moment("Opens", start))
                .orElse(null);
    }

    private static @Nullable Double passed(List<Phase> phases, Instant now) {
        return phases.stream()
                .filter(phase -> phase.isOpenAt(now) && phase.endsAt != null)
                .findFirst()
                .map(phase -> {
                    double all = Duration.between(phase.startsAt, phase.endsAt).toMillis();
                    double gone = Duration.between(phase.startsAt, now).toMillis();
                    return Math.round(1000 * gone / Math.max(1, all)) / 10.0;
                })
                .orElse(null);
    }
}
