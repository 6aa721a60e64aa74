package org.voorwerp.server.web.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.web.text.Links;

/// Lines to be copied into a shell or a notebook.
///
/// @param name the language or tool
public record Snippet(String name, String lines) {

    /// How to get a challenge's files; none if it has no files.
    public static List<Snippet> fetch(String origin, String slug, List<DatasetFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        var base = origin + Links.file(slug, "");
        var tables = files.stream()
                .map(file -> file.name)
                .filter(name -> name.equals(DatasetFile.TRAIN) || name.equals(DatasetFile.TEST))
                .toList();
        var curl = new StringBuilder();
        var python = new StringBuilder("import pandas as pd\n\n");
        var r = new StringBuilder();
        // Each once: what holds the same in another form is for those who look for it.
        files.stream()
                .filter(file -> file.sameAs == null)
                .forEach(file -> curl.append("curl -fO -C - ")
                        .append(base)
                        .append(file.name)
                        .append('\n'));
        for (var name : tables) {
            var variable = name.substring(0, name.indexOf('.'));
            python.append(variable)
                    .append(" = pd.read_csv(\"")
                    .append(base)
                    .append(name)
                    .append("\")\n");
            r.append(variable)
                    .append(" <- read.csv(\"")
                    .append(base)
                    .append(name)
                    .append("\")\n");
        }
        return List.of(
                new Snippet("Python", python.toString().strip()),
                new Snippet("R", r.toString().strip()),
                new Snippet("curl", curl.toString().strip()));
    }

    /// How to submit.
    ///
    /// @param path where submissions are sent
    /// @param termsPath where there are terms, to be accepted once before; null where there are none
    public static List<Snippet> submit(String origin, String path, @Nullable String termsPath) {
        var ways = new ArrayList<>(submit(origin + path));
        if (termsPath != null) {
            ways.add(1, new Snippet("curl, once before", """
                    curl -X POST %s/acceptance \\
                      -H "Authorization: Bearer $VOORWERP_TOKEN"  # you accept the terms""".formatted(origin + termsPath)));
        }
        return ways;
    }

    private static List<Snippet> submit(String url) {
        return List.of(
                new Snippet("curl", """
                        curl "%s" \\
                          -H "Authorization: Bearer $VOORWERP_TOKEN" \\
                          -H "Content-Type: text/csv" -H "Prefer: wait=10" \\
                          --data-binary @submission.csv""".formatted(url)),
                new Snippet("Python", """
                        import os, requests

                        answer = requests.post(
                            "%s",
                            data=open("submission.csv", "rb"),
                            headers={
                                "Authorization": "Bearer " + os.environ["VOORWERP_TOKEN"],
                                "Content-Type": "text/csv",
                                "Prefer": "wait=10",
                            },
                        )
                        print(answer.json())""".formatted(url)),
                new Snippet("R", """
                        library(httr2)

                        request("%s") |>
                          req_auth_bearer_token(Sys.getenv("VOORWERP_TOKEN")) |>
                          req_headers(Prefer = "wait=10") |>
                          req_body_file("submission.csv", type = "text/csv") |>
                          req_perform() |>
                          resp_body_json()""".formatted(url)));
    }
}
