package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which data files a pack needs and has not got: packs of real data come without them.
///
/// @param slug as challenge.yaml has it, right or wrong
/// @param missing relative to data/
public record WantedFiles(String slug, List<String> missing) {

    /// @throws PackRefused if challenge.yaml cannot be read at all
    public static WantedFiles of(FolderPack pack) throws IOException {
        var findings = new PackFindings();
        var root = Place.root(PackReader.document(pack, findings));
        if (!root.exists()) {
            throw new PackRefused(findings.list(), findings.count());
        }
        var slug = root.get("slug").text().orElse("");
        var truth = root.get("truth");
        var missing = new ArrayList<String>();
        var named = Stream.of(
                truth.get("classifications").get("file"),
                truth.get("classifications").get("workflows"),
                truth.get("classifications").get("gold"),
                truth.get("labels").get("file"),
                truth.get("labels").get("gold"),
                truth.get("votes").get("file"),
                truth.get("solution").get("file"),
                root.get("subjects").get("file"),
                root.get("subjects").get("images").get("from"));
        named.flatMap(place -> place.text().stream())
                .distinct()
                .filter(path -> PackFiles.problem(path) == null)
                .filter(path -> pack.data(slug, path).isEmpty())
                .forEach(missing::add);
        return new WantedFiles(slug, missing);
    }
}
