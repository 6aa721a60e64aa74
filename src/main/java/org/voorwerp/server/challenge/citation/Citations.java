package org.voorwerp.server.challenge.citation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How to cite a dataset, in the formats that reference managers and repositories read.
final class Citations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(
            YAMLFactory.builder().disable(Feature.WRITE_DOC_START_MARKER).build());

    private Citations() {}

    /// BibTeX, in which Croissant wants it.
    static String bibtex(Described dataset) {
        var authors = dataset.organisers().stream()
                .map(name -> "{" + plain(name) + "}")
                .collect(Collectors.joining(" and "));
        return "@misc{" + dataset.slug() + ",\n  title = {" + plain(dataset.title()) + "},\n  author = {" + authors
                + "},\n  year = {" + dataset.published().getYear() + "},\n  version = {" + dataset.version()
                + "},\n  url = {" + dataset.page() + "}"
                + (dataset.citation() == null ? "" : ",\n  note = {" + plain(dataset.citation()) + "}") + "\n}";
    }

    private static String plain(String text) {
        return text.replaceAll("[{}\\\\]", "").replaceAll("([&%$#_])", "\\\\$1").replaceAll("\\s+", " ");
    }

    /// DataCite's metadata (schema 4, https://schema.datacite.org), as its API takes them when a DOI is registered.
    static ObjectNode dataCite(Described dataset) {
        var document = JSON.createObjectNode();
        document.put("schemaVersion", "http://datacite.org/schema/kernel-4");
        var types = document.putObject("types");
        types.put("resourceTypeGeneral", "Dataset").put("resourceType", "Challenge dataset");
        var creators = document.putArray("creators");
        dataset.organisers().forEach(name -> creators.addObject().put("name", name));
        document.putArray("titles").addObject().put("title", dataset.title());
        document.putObject("publisher")
                .put("name", "Voorwerp at " + URI.create(dataset.server()).getAuthority());
        document.put("publicationYear", dataset.published().getYear());
        document.putArray("dates")
                .addObject()
                .put("date", dataset.published().toString())
                .put("dateType", "Issued");
        document.put("language", "en");
        document.put("version", Integer.toString(dataset.version()));
        document.put("url", dataset.page());
        document.putArray("alternateIdentifiers")
                .addObject()
                .put("alternateIdentifier", dataset.slug())
                .put("alternateIdentifierType", "Slug of the challenge");
        var descriptions = document.putArray("descriptions");
        descriptions.addObject().put("description", dataset.summary()).put("descriptionType", "Abstract");
        if (dataset.citation() != null) {
            descriptions.addObject().put("description", dataset.citation()).put("descriptionType", "Other");
        }
        addRights(document, dataset.licence());
        var formats = document.putArray("formats");
        dataset.files().stream()
                .map(file -> file.mediaType.replaceFirst(";.*", ""))
                .distinct()
                .forEach(formats::add);
        var sizes = document.putArray("sizes");
        dataset.files().forEach(file -> sizes.add(file.name + ": " + file.bytes + " bytes"));
        return document;
    }

    private static void addRights(ObjectNode document, @Nullable Licence licence) {
        if (licence == null) {
            return;
        }
        var rights = document.putArray("rightsList").addObject().put("rights", licence.text());
        if (licence.address() != null) {
            rights.put("rightsUri", licence.address());
        }
        if (licence.spdx() != null) {
            rights.put("rightsIdentifier", licence.spdx())
                    .put("rightsIdentifierScheme", "SPDX")
                    .put("schemeUri", "https://spdx.org/licenses/");
        }
    }

    /// A CITATION.cff (https://citation-file-format.github.io, 1.2.0).
    static String citationFile(Described dataset) {
        var document = JSON.createObjectNode();
        document.put("cff-version", "1.2.0");
        document.put("message", "If you use this dataset, please cite it, and what its abstract names.");
        document.put("type", "dataset");
        document.put("title", dataset.title());
        var authors = document.putArray("authors");
        dataset.organisers().forEach(name -> authors.addObject().put("name", name));
        document.put("version", Integer.toString(dataset.version()));
        document.put("date-released", dataset.published().toString());
        document.put("url", dataset.page());
        document.put(
                "abstract",
                dataset.citation() == null ? dataset.summary() : dataset.summary() + "\n\n" + dataset.citation());
        var licence = dataset.licence();
        if (licence != null && licence.spdx() != null) {
            document.put("license", licence.spdx());
        } else if (licence != null && licence.address() != null) {
            document.put("license-url", licence.address());
        }
        var keywords = document.putArray("keywords");
        keywords.add("citizen science").add("machine learning");
        try {
            return YAML.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
