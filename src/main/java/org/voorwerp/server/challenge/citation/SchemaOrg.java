package org.voorwerp.server.challenge.citation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.voorwerp.server.challenge.Challenge;

/// A dataset as schema.org describes it, which search engines read in pages. [Croissant] says the same and more.
public final class SchemaOrg {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaOrg() {}

    /// The description as it stands in a page: JSON in which nothing ends a script.
    ///
    /// @param server the address of the server, without a slash at its end
    public static String ofPage(Challenge challenge, String server) {
        var dataset = Described.of(challenge, server);
        var document = JSON.createObjectNode();
        document.put("@context", "https://schema.org/");
        document.put("@type", "Dataset");
        describe(document, dataset);
        document.put("sameAs", server + "/api/challenges/" + dataset.slug() + "/croissant.json");
        var distribution = document.putArray("distribution");
        for (var file : dataset.files()) {
            var download = distribution.addObject();
            download.put("@type", "DataDownload");
            download.put("name", file.name);
            download.put("contentUrl", dataset.address(file));
            download.put("encodingFormat", file.mediaType.replaceFirst(";.*", ""));
            download.put("contentSize", file.bytes + " B");
            download.put("sha256", file.blob);
        }
        return document.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /// What both say.
    static void describe(ObjectNode document, Described dataset) {
        document.put("name", dataset.title());
        document.put("alternateName", dataset.slug());
        document.put("description", dataset.summary());
        document.put("url", dataset.page());
        document.put("version", dataset.semanticVersion());
        document.put("datePublished", dataset.published().toString());
        document.put("inLanguage", "en");
        document.put("isAccessibleForFree", true);
        var licence = dataset.licence();
        if (licence != null) {
            var address = licence.address();
            document.put("license", address == null ? licence.text() : address);
        }
        var creators = document.putArray("creator");
        dataset.organisers()
                .forEach(name ->
                        creators.addObject().put("@type", "Organization").put("name", name));
        document.putArray("keywords")
                .add("citizen science")
                .add("machine learning")
                .add("volunteers' consensus");
    }
}
