package org.voorwerp.server.challenge.citation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.voorwerp.server.dataset.DatasetColumn;
import org.voorwerp.server.dataset.DatasetColumn.Role;
import org.voorwerp.server.dataset.DatasetFile;

/// A dataset in MLCommons' Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html):
/// schema.org's
/// Dataset, with each file by its hash, and for tables and images record sets that say how to read them.
final class Croissant {

    static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.0";
    static final String MEDIA_TYPE = "application/ld+json";

    private static final ObjectMapper JSON = new ObjectMapper();
    /// The context that the specification prescribes.
    private static final JsonNode CONTEXT = context();

    private static final String IMAGES = "images";
    private static final String CLASSES = "classes";

    private final Described dataset;
    private final boolean hasImages;

    private Croissant(Described dataset) {
        this.dataset = dataset;
        this.hasImages = dataset.files().stream().anyMatch(file -> file.name.equals(DatasetFile.IMAGES));
    }

    static ObjectNode of(Described dataset) {
        return new Croissant(dataset).document();
    }

    private ObjectNode document() {
        var document = JSON.createObjectNode();
        document.set("@context", CONTEXT);
        document.put("@type", "sc:Dataset");
        document.put("conformsTo", CONFORMS_TO);
        SchemaOrg.describe(document, dataset);
        document.put("citeAs", Citations.bibtex(dataset));
        var distribution = document.putArray("distribution");
        dataset.files().forEach(file -> distribution.add(file(file)));
        if (hasImages) {
            distribution.add(imageFiles());
        }
        var records = document.putArray("recordSet");
        if (!dataset.classes().isEmpty()) {
            records.add(classes());
        }
        if (hasImages) {
            records.add(images());
        }
        for (var file : dataset.files()) {
            // Parquet holds the same records once more.
            if (file.columns != null && file.sameAs == null) {
                records.add(table(file));
            }
        }
        return document;
    }

    private ObjectNode file(DatasetFile file) {
        var object = JSON.createObjectNode();
        object.put("@type", "cr:FileObject");
        object.put("@id", file.name);
        object.put("name", file.name);
        object.put("description", file.description);
        object.put("contentUrl", dataset.address(file));
        object.put("contentSize", file.bytes + " B");
        object.put("encodingFormat", file.mediaType.replaceFirst(";.*", ""));
        object.put("sha256", file.blob);
        return object;
    }

    private static ObjectNode imageFiles() {
        var set = JSON.createObjectNode();
        set.put("@type", "cr:FileSet");
        set.put("@id", "image-files");
        set.put("name", "image-files");
        set.put("description", "The images, each named by its subject's id.");
        set.putObject("containedIn").put("@id", DatasetFile.IMAGES);
        set.put("encodingFormat", "image/png");
        set.put("includes", "images/*.png");
        return set;
    }

    private ObjectNode classes() {
        var set = recordSet(CLASSES, "The classes.");
        set.put("dataType", "sc:Enumeration");
        set.putObject("key").put("@id", CLASSES + "/name");
        var field = set.putArray("field").addObject();
        field(field, CLASSES, "name", "The class as train.csv and submissions write it.", "sc:Text");
        var data = set.putArray("data");
        dataset.classes().forEach(name -> data.addObject().put(CLASSES + "/name", name));
        return set;
    }

    private static ObjectNode images() {
        var set = recordSet(IMAGES, "An image a subject, train and test.");
        set.putObject("key").put("@id", IMAGES + "/id");
        var fields = set.putArray("field");
        var id = fields.addObject();
        field(id, IMAGES, "id", "The subject's id.", "sc:Text");
        var source = id.putObject("source");
        source.putObject("fileSet").put("@id", "image-files");
        source.putObject("extract").put("fileProperty", "filename");
        source.putObject("transform").put("regex", "^(?:.*/)?([^/]*)\\.png$");
        var image = fields.addObject();
        field(image, IMAGES, "image", "The image.", "sc:ImageObject");
        var content = image.putObject("source");
        content.putObject("fileSet").put("@id", "image-files");
        content.putObject("extract").put("fileProperty", "content");
        return set;
    }

    private ObjectNode table(DatasetFile file) {
        var name = file.name.replaceFirst("\\.csv$", "");
        var set = recordSet(name, file.description);
        var fields = set.putArray("field");
        for (var column : Objects.requireNonNull(file.columns)) {
            var field = fields.addObject();
            field(field, name, column.name(), column.description(), type(column));
            var source = field.putObject("source");
            source.putObject("fileObject").put("@id", file.name);
            source.putObject("extract").put("column", column.name());
            if (column.role() == Role.ID) {
                set.putObject("key").put("@id", id(name, column.name()));
                if (hasImages) {
                    field.putObject("references").putObject("field").put("@id", IMAGES + "/id");
                }
            }
            if (column.role() == Role.TRUTH && column.type() == DatasetColumn.Type.TEXT) {
                field.putObject("references").putObject("field").put("@id", CLASSES + "/name");
            }
        }
        return set;
    }

    private static ObjectNode recordSet(String name, String description) {
        var set = JSON.createObjectNode();
        set.put("@type", "cr:RecordSet");
        set.put("@id", name);
        set.put("name", name);
        set.put("description", description);
        return set;
    }

    private static void field(ObjectNode field, String set, String name, String description, String type) {
        field.put("@type", "cr:Field");
        field.put("@id", id(set, name));
        field.put("name", name);
        field.put("description", description);
        field.put("dataType", type);
    }

    /// An id is an IRI, in which a column's name may not stand as it is.
    private static String id(String set, String name) {
        return set + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String type(DatasetColumn column) {
        return switch (column.type()) {
            case TEXT -> "sc:Text";
            case INTEGER -> "sc:Integer";
            case DECIMAL -> "sc:Float";
        };
    }

    private static JsonNode context() {
        try (var in = Croissant.class.getResourceAsStream("/META-INF/croissant-1.0-context.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
