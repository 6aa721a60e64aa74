package org.voorwerp.server.challenge.pack;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.baseline.Baseline;
import org.voorwerp.baseline.Constant;
import org.voorwerp.baseline.LinearRegression;
import org.voorwerp.baseline.NearestCentroid;
import org.voorwerp.baseline.OneVolunteer;
import org.voorwerp.scoring.Values;
import org.voorwerp.table.Excerpt;

/// How the challenge is held: hold-out, metrics, baselines.
final class PlanChecks {

    private final Checking checking;
    private final Place root;
    private final boolean usage;

    PlanChecks(Checking checking) {
        this.checking = checking;
        this.root = checking.root();
        this.usage = root.get("truth").get("solution").get("usage").exists();
    }

    void check() {
        checkHoldout(root.get("holdout"));
        new MetricChecks(checking).check();
        root.get("baselines").items().forEach(this::checkBaseline);
    }

    private void checkHoldout(Place holdout) {
        if (!usage) {
            if (holdout.node().isObject() && !holdout.get("fraction").exists()) {
                checking.tell(holdout.finding("in \"holdout\", \"fraction\" is missing"));
            }
            checkGroup(holdout.get("group"));
            return;
        }
        for (var name : List.of("fraction", "group", "public")) {
            if (holdout.get(name).exists()) {
                checking.tell(
                        holdout.get(name).finding("the solution's usage column says who is held out: remove " + name));
            }
        }
    }

    private void checkGroup(Place group) {
        var name = group.text();
        if (name.isEmpty()) {
            return;
        }
        var tables = Stream.of(
                        root.get("subjects"),
                        root.get("truth").get("votes"),
                        root.get("truth").get("solution"))
                .map(table -> table.get("file"))
                .filter(Place::exists)
                .map(checking::columns)
                .toList();
        // A table that cannot be read may have the column; that it cannot be read has been told.
        if (tables.stream().noneMatch(columns -> columns == null || columns.contains(name.get()))) {
            checking.tell(group.valueFinding("neither the table of subjects nor that of the truth has a column "
                    + Excerpt.of(name.get()) + " to group by"));
        }
    }

    private void checkBaseline(Place place) {
        var kind = checking.kind();
        var known = Baseline.ALL.stream()
                .filter(baseline -> baseline.name().equals(place.text().orElse("")))
                .findFirst();
        if (kind == null || known.isEmpty()) {
            return;
        }
        var problem = known.get().suits(kind) ? lacking(known.get()) : "it does not predict " + kind.name();
        if (problem != null) {
            checking.tell(place.valueFinding("the baseline " + known.get().name() + " does not fit: " + problem));
        }
    }

    /// What a baseline needs and the pack does not give.
    private @Nullable String lacking(Baseline baseline) {
        return switch (baseline) {
            case Constant _ -> null;
            case OneVolunteer _ -> votesAreUnknown();
            case NearestCentroid _ -> nothingToLearnFrom(true);
            case LinearRegression _ -> nothingToLearnFrom(false);
        };
    }

    private @Nullable String votesAreUnknown() {
        if (root.get("truth").get("solution").exists()) {
            return "a solution holds truth, not votes, so no volunteer can be drawn";
        }
        var votes = root.get("truth").get("votes");
        boolean fractionsOnly = votes.exists()
                && checking.kind() instanceof Values
                && !votes.get("number").exists();
        return fractionsOnly ? "it needs the number of votes: name the table's column of it as number" : null;
    }

    private @Nullable String nothingToLearnFrom(boolean imagesServe) {
        boolean allHeldOut = root.get("holdout").get("fraction").number().orElse(0.0) == 1;
        if (usage || allHeldOut) {
            return "it learns from train subjects, and there are none";
        }
        var subjects = root.get("subjects");
        boolean attributes = !subjects.get("publish").items().isEmpty();
        boolean images = imagesServe && subjects.get("images").exists();
        return attributes || images
                ? null
                : "it learns from published " + (imagesServe ? "attributes or images" : "attributes")
                        + ", and there are none";
    }
}
