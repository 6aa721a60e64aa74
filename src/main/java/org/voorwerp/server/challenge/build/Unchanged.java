package org.voorwerp.server.challenge.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Truth;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.PackFiles;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.DatasetVersion;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.server.truth.Truths;

/// What a pack must leave as it is that puts a hosted challenge right, so that what was sent before can be scored by
/// it: everything but truth, metrics and programs. Each difference is told by name.
@Singleton
class Unchanged {

    private static final Set<String> MAY_CHANGE = Set.of("truth", "metrics", "rank-by");
    private static final int MOST = 20;
    private static final String DATA = "data";

    private final Blobs blobs;
    private final Truths truths;
    private final ObjectMapper mapper;

    Unchanged(Blobs blobs, Truths truths, ObjectMapper mapper) {
        this.blobs = blobs;
        this.truths = truths;
        this.mapper = mapper;
    }

    /// Compares what challenge.yaml says.
    ///
    /// @throws PackRefused naming the keys that say something else
    void require(Definition hosted, Definition corrected) {
        var differences = new ArrayList<String>();
        compare("", mapper.valueToTree(hosted), mapper.valueToTree(corrected), differences);
        refuse(
                differences.stream()
                        .map(key ->
                                "\"" + key + "\" is not what it was: a correction changes truth, metrics and rank-by,"
                                        + " and nothing else")
                        .toList(),
                PackFiles.DEFINITION);
    }

    private static void compare(String path, JsonNode hosted, JsonNode corrected, List<String> differences) {
        if (hosted.equals(corrected)) {
            return;
        }
        if (hosted.isObject() && corrected.isObject()) {
            var keys = new TreeSet<String>();
            hosted.fieldNames().forEachRemaining(keys::add);
            corrected.fieldNames().forEachRemaining(keys::add);
            if (path.isEmpty()) {
                keys.removeAll(MAY_CHANGE);
            }
            var prefix = path.isEmpty() ? "" : path + ".";
            keys.forEach(key -> compare(prefix + key, hosted.path(key), corrected.path(key), differences));
        } else if (hosted.isArray() && corrected.isArray() && hosted.size() == corrected.size()) {
            for (int i = 0; i < hosted.size(); i++) {
                compare(path + "[" + i + "]", hosted.get(i), corrected.get(i), differences);
            }
        } else {
            differences.add(path);
        }
    }

    /// Compares what was built with what is published.
    ///
    /// @throws PackRefused naming what differs
    void require(Challenge challenge, Built corrected) throws IOException {
        require(challenge.definition, corrected.definition());
        var hosted = new LinkedHashMap<String, String>();
        DatasetFile.of(challenge.id, DatasetVersion.FIRST).forEach(file -> hosted.put(file.name, file.blob));
        var built = new LinkedHashMap<String, String>();
        corrected.files().forEach(file -> built.put(file.name(), file.blob().digest()));
        refuse(subjects(hosted, built), DATA);
        refuse(parts(challenge, corrected), DATA);
        int attributes = corrected.files().stream()
                .filter(file -> file.name().equals(DatasetFile.TEST))
                .mapToInt(file -> Objects.requireNonNull(file.columns()).size())
                .sum();
        for (var table : List.of(DatasetFile.TRAIN, DatasetFile.TEST)) {
            compareAttributes(table, hosted.get(table), built.get(table), attributes);
        }
        for (var name : List.of(DatasetFile.SAMPLE, DatasetFile.IMAGES)) {
            if (!Objects.equals(hosted.get(name), built.get(name))) {
                throw PackRefused.of(DATA, name + " would be another one: a correction leaves it as it is");
            }
        }
    }

    /// Rows stand in the order of their ids, and these are the same by now.
    ///
    /// @param columns how many of the first are id and attributes; others hold the truth
    private void compareAttributes(String table, @Nullable String hosted, @Nullable String built, int columns)
            throws IOException {
        if (hosted == null || built == null) {
            throw PackRefused.of(DATA, table + " would be another one: a correction leaves it as it is");
        }
        var differences = new ArrayList<String>();
        long count = 0;
        try (var was = table(hosted);
                var is = table(built)) {
            var after = is.iterator();
            var header = after.next();
            for (var before : was) {
                var now = before.getRecordNumber() == 1 ? header : after.next();
                for (int i = 0; i < columns; i++) {
                    if (i < before.size() && before.get(i).equals(now.get(i))) {
                        continue;
                    }
                    if (++count <= MOST) {
                        differences.add("attributes: " + header.get(i) + " of the subject published as " + now.get(0)
                                + " in " + table + " is \"" + now.get(i) + "\", and was \""
                                + (i < before.size() ? before.get(i) : "") + "\"");
                    }
                }
            }
        }
        refuse(differences, count, DATA);
    }

    private CSVParser table(String blob) throws IOException {
        return CSVFormat.RFC4180.parse(Files.newBufferedReader(blobs.path(Area.DATASETS, blob)));
    }

    private List<String> subjects(Map<String, String> hosted, Map<String, String> built) throws IOException {
        var train = ids(hosted.get(DatasetFile.TRAIN));
        var test = ids(hosted.get(DatasetFile.TEST));
        var trainNow = ids(built.get(DatasetFile.TRAIN));
        var testNow = ids(built.get(DatasetFile.TEST));
        var before = new LinkedHashSet<>(train);
        before.addAll(test);
        var after = new LinkedHashSet<>(trainNow);
        after.addAll(testNow);
        var differences = new ArrayList<String>();
        tell(differences, without(before, after), "subjects: %s not there any more");
        tell(differences, without(after, before), "subjects: %s new, and nothing that was sent predicts it");
        if (differences.isEmpty()) {
            tell(differences, without(test, testNow), "holdout: %s in train now, and was to be predicted");
            tell(differences, without(testNow, test), "holdout: %s to be predicted now, and was in train");
        }
        return differences;
    }

    private Set<String> ids(@Nullable String blob) throws IOException {
        var ids = new LinkedHashSet<String>();
        if (blob != null) {
            try (var table = table(blob)) {
                table.stream().skip(1).forEach(row -> ids.add(row.get(0)));
            }
        }
        return ids;
    }

    private List<String> parts(Challenge challenge, Built corrected) throws IOException {
        Truth before = truths.read(challenge.id, challenge.scoringVersion, challenge.definition.taskKind());
        var after = corrected.truth();
        var moved = IntStream.range(0, after.subjects().size())
                .filter(i -> after.parts()[i]
                        != before.parts()[
                                before.subjects().position(after.subjects().id(i))])
                .mapToObj(i -> after.subjects().id(i))
                .toList();
        var differences = new ArrayList<String>();
        tell(differences, moved, "holdout: %s in the other part, public or private");
        if (!Arrays.equals(
                truths.groups(challenge.id).orElse(null),
                Truths.numbered(corrected.groups()).orElse(null))) {
            differences.add("holdout: other subjects belong together in groups");
        }
        return differences;
    }

    private static List<String> without(Set<String> these, Set<String> those) {
        return these.stream().filter(id -> !those.contains(id)).toList();
    }

    private static void tell(List<String> differences, List<String> ids, String said) {
        if (!ids.isEmpty()) {
            var which = ids.size() == 1
                    ? "the subject published as " + ids.getFirst() + " is"
                    : ids.size() + " subjects, the first published as " + ids.getFirst() + ", are";
            differences.add(said.formatted(which));
        }
    }

    private static void refuse(List<String> differences, String file) {
        refuse(differences, differences.size(), file);
    }

    private static void refuse(List<String> differences, long count, String file) {
        if (count > 0) {
            throw new PackRefused(
                    differences.stream()
                            .limit(MOST)
                            .map(said -> new PackFinding(file, 0, 0, said))
                            .toList(),
                    count);
        }
    }
}
