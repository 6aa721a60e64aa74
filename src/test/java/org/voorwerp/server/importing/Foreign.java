package org.voorwerp.server.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Challenges as other platforms have them, made up for tests. A test breaks what it is about.
final class Foreign {

    private final Map<String, String> files = new TreeMap<>();

    Foreign() {}

    Foreign with(String path, String text) {
        files.put(path, text);
        return this;
    }

    Foreign without(String path) {
        files.remove(path);
        return this;
    }

    Foreign replacing(String path, String old, String by) {
        var text = files.get(path);
        if (text == null || !text.contains(old)) {
            throw new IllegalArgumentException(path + " has no " + old);
        }
        return with(path, text.replace(old, by));
    }

    Path write(Path folder) {
        try {
            for (var file : files.entrySet()) {
                var target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a zip archive, in which everything lies in one folder.
    Path zip(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("bundle/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /// A Codabench bundle of two tasks: its program has its own names for files, other columns' order, and absolute
    /// paths.
    static Foreign codabench() {
        return new Foreign()
                .with("competition.yaml", """
                        version: 2
                        title: Shapes of Clouds
                        description: Name the shape of each cloud.
                        image: logo.png
                        registration_auto_approve: True
                        docker_image: python:3.11
                        terms: pages/terms.md
                        pages:
                          - title: Overview
                            file: pages/overview.md
                          - title: Evaluation
                            file: pages/evaluation.html
                        tasks:
                          - index: 0
                            name: Development
                            reference_data: dev/
                            scoring_program: scoring
                            input_data: input
                          - index: 1
                            name: Final
                            reference_data: final/
                            scoring_program: scoring
                        solutions:
                          - index: 0
                            path: solution
                            tasks: [0]
                        phases:
                          - index: 0
                            name: Development
                            start: 2026-01-01
                            end: 01-01-2036
                            max_submissions_per_day: 0
                            max_submissions: 1000
                            tasks: [0]
                          - index: 1
                            name: Final
                            start: "2036-01-01 12:00:00"
                            end: "2036-02-01T12:00:00+00:00"
                            max_submissions_per_day: 2
                            auto_migrate_to_this_phase: true
                            tasks: [1]
                        leaderboards:
                          - title: Results
                            key: main
                            submission_rule: Add
                            columns:
                              - {title: Right, key: right, index: 0, sorting: desc}
                              - {title: Wrong ones, key: wrong, index: 1, sorting: asc}
                              - {title: Both, key: both, index: 2, sorting: desc, computation: avg, computation_indexes: [0, 1]}
                        """)
                .with("pages/overview.md", "# Clouds\n\nLook up.\n")
                .with("pages/evaluation.html", "<p>The share that is right.</p>\n")
                .with("pages/terms.md", "Be kind.\n")
                .with("input/images.txt", "c1 c2")
                .with("solution/answers.csv", "shape,cloud\nround,c1\n")
                .with("dev/shapes.csv", table("c", "round,long,round,torn,long,round,torn,long"))
                .with("final/shapes.csv", table("d", "long,long,round,torn"))
                .with("scoring/metadata.yaml", "command: python3 score.py\n")
                .with("scoring/score.py", """
                        import csv
                        import json

                        with open("/app/input/ref/shapes.csv") as file:
                            truth = {row["cloud"]: row["shape"] for row in csv.DictReader(file)}
                        with open("/app/input/res/answers.csv") as file:
                            assert file.readline().strip() == "shape,cloud"
                            given = {cloud: shape for shape, cloud in csv.reader(file)}
                        right = sum(given[cloud] == shape for cloud, shape in truth.items())
                        with open("/app/output/scores.json", "w") as out:
                            json.dump({"right": right / len(truth), "wrong": len(truth) - right}, out)
                        """);
    }

    private static String table(String prefix, String shapes) {
        var table = new StringBuilder("cloud,shape\n");
        int i = 0;
        for (var shape : shapes.split(",")) {
            table.append(prefix).append(++i).append(',').append(shape).append('\n');
        }
        return table.toString();
    }

    /// An EvalAI challenge whose annotations have no header: numbers in the order of the test subjects.
    static Foreign evalAi() {
        return new Foreign()
                .with("challenge_config.yaml", """
                        title: Depths of Lakes
                        short_description: How deep is each lake?
                        description: templates/description.html
                        terms_and_conditions: templates/terms.html
                        evaluation_script: evaluation_script/
                        start_date: 2026-01-01 00:00:00
                        end_date: 2036-01-01 00:00:00
                        published: True
                        prizes: [{rank: 1}]
                        leaderboard:
                          - id: 1
                            schema:
                              labels: [Error, Share]
                              default_order_by: Error
                              metadata:
                                Error: {sort_ascending: True, description: Mean absolute error}
                        challenge_phases:
                          - id: 1
                            name: Dev Phase
                            codename: dev
                            start_date: 2026-01-01 00:00:00
                            end_date: 2036-01-01 00:00:00
                            test_annotation_file: annotations/lakes.txt
                            max_submissions_per_day: 5
                            max_submissions: 50
                            leaderboard_public: False
                        """)
                .with("templates/description.html", "<h1>Lakes</h1>")
                .with("templates/terms.html", "<p>Be kind.</p>")
                .with("annotations/lakes.txt", "1.5\n20.25\n3.125\n40.5\n")
                .with("evaluation_script/__init__.py", "from .main import evaluate\n")
                .with("evaluation_script/main.py", """
                        def numbers(path):
                            with open(path) as file:
                                return [float(line) for line in file]

                        def evaluate(test_annotation_file, user_submission_file, phase_codename, **kwargs):
                            assert phase_codename == "dev"
                            truth, given = numbers(test_annotation_file), numbers(user_submission_file)
                            errors = [abs(t - g) for t, g in zip(truth, given)]
                            return {"result": [{"dev_split": {
                                "Error": sum(errors) / len(errors),
                                "Share": sum(e < 1 for e in errors) / len(errors)}}]}
                        """);
    }

    /// A folder as for Kaggle.
    static Foreign kaggle() {
        return new Foreign()
                .with(
                        "solution.csv",
                        "ImageId,Label,Usage\n1,cat,Public\n2,dog,Private\n3,cat,Public\n4,dog,Ignored\n5,dog,Public\n")
                .with("sample_submission.csv", "ImageId,Label\n1,cat\n2,cat\n3,cat\n4,cat\n5,cat\n")
                .with("train.csv", "ImageId,Label\n9,cat\n")
                .with("Description.md", "# Cats\n")
                .with("Evaluation.md", "Accuracy.\n")
                .with("data_description.md", "Images.\n");
    }
}
