package org.voorwerp.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the arrows of ARCHITECTURE.md: whatever a package may not see here, it does not see.
class ArchitectureTest {

    private static final String SERVER = "org.voorwerp.server.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            // The predefined option does not know target/server/test-classes.
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.voorwerp");

    /// For each package of the server the others it may see.
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("http", List.of()),
            Map.entry("storage", List.of()),
            Map.entry("queue", List.of()),
            Map.entry("database", List.of()),
            Map.entry("client", List.of("http")),
            Map.entry("importing", List.of("challenge", "metric", "account", "http")),
            Map.entry("account", List.of("http")),
            Map.entry("duckdb", List.of()),
            Map.entry("dataset", List.of("storage", "duckdb", "http")),
            Map.entry("truth", List.of("storage")),
            Map.entry("metric", List.of("storage", "duckdb", "http")),
            Map.entry("challenge", List.of("metric", "truth", "dataset", "account", "storage", "queue", "http")),
            Map.entry(
                    "notice", List.of("submission", "news", "team", "entry", "challenge", "account", "queue", "http")),
            Map.entry("news", List.of("challenge", "account", "http")),
            Map.entry("entry", List.of("challenge", "account", "http")),
            Map.entry("team", List.of("entry", "challenge", "account", "http")),
            Map.entry(
                    "submission",
                    List.of("team", "entry", "challenge", "dataset", "account", "storage", "queue", "http")),
            Map.entry(
                    "evaluation",
                    List.of(
                            "submission",
                            "challenge",
                            "metric",
                            "truth",
                            "dataset",
                            "account",
                            "storage",
                            "queue",
                            "http")),
            Map.entry(
                    "leaderboard",
                    List.of("evaluation", "submission", "team", "news", "challenge", "dataset", "account", "http")),
            Map.entry(
                    "web",
                    List.of(
                            "leaderboard",
                            "evaluation",
                            "submission",
                            "team",
                            "entry",
                            "news",
                            "notice",
                            "client",
                            "importing",
                            "challenge",
                            "metric",
                            "dataset",
                            "account",
                            "http")));

    /// For each package of the library the others it may see.
    private static final Map<String, List<String>> LIBRARY = Map.ofEntries(
            Map.entry("table", List.of()),
            Map.entry("table.index", List.of("table")),
            Map.entry("table.block", List.of()),
            Map.entry("scoring", List.of("table", "table.index", "table.block", "scoring.doc")),
            Map.entry("scoring.program", List.of("scoring", "table", "table.index", "table.block")),
            Map.entry("scoring.doc", List.of()),
            Map.entry("scoring.diagnostic", List.of("scoring")),
            Map.entry("scoring.metric", List.of("scoring", "scoring.diagnostic")),
            Map.entry("scoring.comparison", List.of("scoring")),
            Map.entry("scoring.ceiling", List.of("scoring")),
            Map.entry("consensus.panoptes", List.of("table")),
            Map.entry("consensus.extract", List.of("consensus.panoptes", "table")),
            Map.entry("consensus.cluster", List.of()),
            Map.entry("consensus.text", List.of()),
            Map.entry("consensus.open", List.of("consensus.text", "scoring")),
            Map.entry("consensus.text.line", List.of("consensus.cluster", "consensus.text")),
            Map.entry("consensus.marks", List.of("consensus.cluster", "consensus.extract", "consensus.text")),
            Map.entry("consensus.letter", List.of("consensus.extract")),
            Map.entry("consensus.vote", List.of()),
            Map.entry("consensus.agreement", List.of("consensus.vote", "scoring")),
            Map.entry("consensus.crowd", List.of("consensus.vote", "scoring")),
            Map.entry("consensus.crowd.likelihood", List.of("consensus.crowd", "consensus.vote", "scoring")),
            Map.entry("consensus.crowd.weighting", List.of("consensus.crowd", "consensus.vote", "scoring")),
            Map.entry("consensus.merit", List.of("consensus.crowd", "consensus.vote", "scoring")),
            Map.entry("consensus.attribute", List.of()),
            Map.entry(
                    "consensus.report",
                    List.of(
                            "consensus.agreement",
                            "consensus.attribute",
                            "consensus.crowd",
                            "consensus.merit",
                            "consensus.plot",
                            "consensus.vote",
                            "scoring")),
            Map.entry("consensus.plot", List.of()),
            Map.entry(
                    "consensus.program",
                    List.of(
                            "consensus",
                            "consensus.agreement",
                            "consensus.crowd",
                            "consensus.crowd.weighting",
                            "consensus.extract",
                            "consensus.letter",
                            "consensus.merit",
                            "consensus.panoptes",
                            "consensus.plot",
                            "consensus.reduce",
                            "consensus.report",
                            "consensus.vote",
                            "scoring",
                            "table")),
            Map.entry(
                    "consensus",
                    List.of(
                            "consensus.vote",
                            "consensus.agreement",
                            "consensus.crowd",
                            "consensus.extract",
                            "consensus.open",
                            "consensus.panoptes",
                            "consensus.report",
                            "scoring",
                            "table")),
            Map.entry(
                    "consensus.reduce",
                    List.of(
                            "consensus",
                            "consensus.extract",
                            "consensus.panoptes",
                            "consensus.cluster",
                            "consensus.marks",
                            "consensus.text",
                            "consensus.text.line",
                            "table")),
            Map.entry("holdout", List.of("consensus", "consensus.report", "scoring")),
            Map.entry("board", List.of("scoring")),
            Map.entry("baseline", List.of("scoring")));

    @Test
    void arrowsGoOnlyWhereTheyMay() {
        ARROWS.forEach((room, allowed) -> {
            var forbidden = ARROWS.keySet().stream()
                    .filter(other -> !other.equals(room) && !allowed.contains(other))
                    .map(other -> SERVER + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(SERVER + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(CLASSES);
        });
    }

    @Test
    void everyPackageOfTheServerHasItsPlaceInTheTable() {
        var packages = CLASSES.stream()
                .map(c -> c.getPackageName())
                .filter(name -> name.startsWith(SERVER))
                .map(name -> name.substring(SERVER.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ARROWS.keySet()), packages);
    }

    @Test
    void theLibrarysArrowsGoOnlyWhereTheyMay() {
        LIBRARY.forEach((room, allowed) -> noClasses()
                .that()
                .resideInAPackage("org.voorwerp." + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LIBRARY.keySet().stream()
                        .filter(other -> !other.equals(room) && !allowed.contains(other))
                        .map(other -> "org.voorwerp." + other)
                        .toArray(String[]::new))
                .check(CLASSES));
    }

    @Test
    void theLibraryKnowsNoFrameworkAndNotTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.voorwerp.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.voorwerp.server..", "io.quarkus..", "jakarta..", "org.hibernate..")
                .check(CLASSES);
    }

    @Test
    void nobodyNamesABuiltInMetric() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.voorwerp.scoring.metric..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.voorwerp.scoring.metric..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoRing() {
        SlicesRuleDefinition.slices()
                .matching("org.voorwerp.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
