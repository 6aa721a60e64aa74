package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.Excerpt;

/// What is published of the subjects.
final class SubjectChecks {

    private static final List<String> ARCHIVES = List.of(".zip", ".tar", ".tar.gz", ".tgz");

    /// What is known of an image without looking at it.
    private static final List<String> OF_IMAGES = List.of("image-bytes", "image-width", "image-height");

    private final Checking checking;
    private final Place subjects;

    SubjectChecks(Checking checking) {
        this.checking = checking;
        this.subjects = checking.root().get("subjects");
    }

    void check() {
        if (!subjects.exists()) {
            return;
        }
        var file = subjects.get("file");
        checking.columns(file);
        checking.requireColumn(subjects.get("subject"), file);
        subjects.get("publish").items().forEach(this::checkAttribute);
        subjects.get("informative").items().forEach(this::checkInformative);
        checkImages(subjects.get("images"));
        checkAnalysis(subjects.get("analysis"));
    }

    private void checkAnalysis(Place analysis) {
        var about = analysis.get("about");
        var kind = checking.kind();
        if (kind == null || about.text().isEmpty()) {
            return;
        }
        var groups = switch (kind) {
            case Labels(var _, var classes) -> classes;
            case Probabilities(var _, var classes) -> classes;
            case Values(var columns) -> columns.stream().map(NumberColumn::name).toList();
            case Texts _ -> List.<String>of();
        };
        if (groups.isEmpty()) {
            checking.tell(analysis.finding("texts form no groups to analyse attributes for; leave it out"));
        } else if (!groups.contains(about.text().get())) {
            checking.tell(about.valueFinding(
                    "the task predicts no " + Excerpt.of(about.text().get()) + ", only " + Excerpt.list(groups, 50)));
        }
        if (analysis.get("above").exists() && !(kind instanceof Values)) {
            checking.tell(analysis.get("above").finding("only values lie above a number; about names a class"));
        }
    }

    private void checkInformative(Place attribute) {
        var name = attribute.text().orElse("");
        boolean isOfImages = OF_IMAGES.contains(name) && subjects.get("images").exists();
        if (!name.isEmpty() && !isOfImages && !subjects.get("publish").texts().contains(name)) {
            checking.tell(attribute.valueFinding(Excerpt.of(name)
                    + " is none of the published columns, and none of image-bytes, image-width and image-height of"
                    + " published images"));
        }
    }

    private void checkAttribute(Place attribute) {
        checking.requireColumn(attribute, subjects.get("file"));
        var name = attribute.text().orElse("");
        if (name.isEmpty()) {
            return;
        }
        if (name.equals(subjects.get("subject").text().orElse(""))) {
            checking.tell(attribute.valueFinding(Excerpt.of(name)
                    + " cannot be published: it holds the ids of the subjects, which get new ones so that nobody can"
                    + " look up their truth"));
        }
        if (name.equals(subjects.get("images").get("column").text().orElse(""))) {
            checking.tell(attribute.valueFinding(Excerpt.of(name)
                    + " cannot be published: it holds the names of the images, which get new ones so that nobody can"
                    + " look up their truth"));
        }
    }

    private void checkImages(Place images) {
        if (!images.exists()) {
            return;
        }
        checking.requireColumn(images.get("column"), subjects.get("file"));
        var from = images.get("from");
        if (from.text().isEmpty() || !checking.isSafe(from)) {
            return;
        }
        try {
            checkFrom(from, from.text().get());
        } catch (IOException e) {
            checking.tell(from.valueFinding("data/" + from.text().get() + " cannot be read: " + e.getMessage()));
        }
    }

    private void checkFrom(Place from, String path) throws IOException {
        if (checking.files().hasDataFolder(checking.slug(), path)) {
            return;
        }
        try (var archive = checking.files().openData(checking.slug(), path)) {
            if (archive == null) {
                checking.tell(from.valueFinding("there is no folder or archive data/" + path + " in the pack"));
            } else if (ARCHIVES.stream().noneMatch(path.toLowerCase(Locale.ROOT)::endsWith)) {
                checking.tell(from.valueFinding(
                        "data/" + path + " is neither a folder nor one of " + String.join(", ", ARCHIVES)));
            }
        }
    }
}
