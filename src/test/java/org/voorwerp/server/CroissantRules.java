package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// The rules of Croissant 1.0 (its specification, sections "Dataset-level Information", "Resources", "RecordSets"),
/// held
/// against a document and the files it names: what it says can be read is read as it says.
public final class CroissantRules {

    private static final Set<String> CONTEXT = Set.of(
            "@language",
            "@vocab",
            "citeAs",
            "column",
            "conformsTo",
            "cr",
            "rai",
            "data",
            "dataType",
            "dct",
            "examples",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "sc",
            "separator",
            "source",
            "subField",
            "transform");

    private static final Map<String, Pattern> TYPES = Map.of(
            "sc:Text", Pattern.compile(".*", Pattern.DOTALL),
            "sc:Integer", Pattern.compile("-?[0-9]+"),
            "sc:Float", Pattern.compile("-?[0-9.]+([eE][-+]?[0-9]+)?"));

    private final JsonNode document;
    private final Function<String, byte[]> fetch;
    private final Map<String, byte[]> files = new HashMap<>();
    /// Field → its values.
    private final Map<String, List<String>> values = new HashMap<>();

    public CroissantRules(JsonNode document, Function<String, byte[]> fetch) {
        this.document = document;
        this.fetch = fetch;
    }

    public static JsonNode byId(JsonNode nodes, String id) {
        for (var node : nodes) {
            if (node.path("@id").asText().equals(id)) {
                return node;
            }
        }
        throw new AssertionError("nothing has the id " + id);
    }

    public void check() {
        dataset();
        idsAreUnique();
        document.get("distribution").forEach(this::resource);
        document.get("recordSet").forEach(this::recordSet);
        document.get("recordSet").forEach(set -> set.get("field").forEach(this::reference));
    }

    private void dataset() {
        var context = document.get("@context");
        CONTEXT.forEach(key -> assertTrue(context.has(key), key));
        assertEquals("https://schema.org/", context.get("@vocab").asText());
        assertEquals("sc:Dataset", text(document, "@type"));
        assertEquals("http://mlcommons.org/croissant/1.0", text(document, "conformsTo"));
        for (var required : List.of("name", "description", "url", "version", "citeAs")) {
            text(document, required);
        }
        LocalDate.parse(text(document, "datePublished"));
        assertTrue(text(document, "version").matches("\\d+\\.\\d+\\.\\d+"));
        assertTrue(!document.get("creator").isEmpty());
        document.get("creator").forEach(creator -> text(creator, "name"));
    }

    private void idsAreUnique() {
        var ids = new HashSet<String>();
        document.get("distribution").forEach(node -> assertTrue(ids.add(text(node, "@id")), node::toString));
        for (var set : document.get("recordSet")) {
            assertTrue(ids.add(text(set, "@id")), set::toString);
            set.get("field").forEach(field -> assertTrue(ids.add(text(field, "@id")), field::toString));
        }
        ids.forEach(id -> assertTrue(id.matches("[\\x21-\\x7e]+") && !id.matches(".*[<>\"{}|^`\\\\].*"), id));
    }

    private void resource(JsonNode resource) {
        text(resource, "name");
        text(resource, "encodingFormat");
        switch (text(resource, "@type")) {
            case "cr:FileObject" -> {
                var content = fetch.apply(text(resource, "contentUrl"));
                assertTrue(text(resource, "contentUrl").startsWith("http"));
                assertEquals(text(resource, "sha256"), HexFormat.of().formatHex(sha256(content)));
                assertEquals(content.length + " B", text(resource, "contentSize"));
                files.put(text(resource, "@id"), content);
            }
            case "cr:FileSet" -> assertTrue(!members(resource).isEmpty(), resource::toString);
            default -> throw new AssertionError(resource);
        }
    }

    /// The files of a set, by name.
    private Map<String, byte[]> members(JsonNode set) {
        var glob = FileSystems.getDefault().getPathMatcher("glob:" + text(set, "includes"));
        var archive = files.get(text(set.get("containedIn"), "@id"));
        var members = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                if (glob.matches(Path.of(entry.getName()))) {
                    members.put(entry.getName(), zip.readNBytes(8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    private void recordSet(JsonNode set) {
        assertEquals("cr:RecordSet", text(set, "@type"));
        text(set, "name");
        for (var field : set.get("field")) {
            assertEquals("cr:Field", text(field, "@type"));
            assertTrue(text(field, "@id").startsWith(text(set, "@id") + "/"));
            text(field, "name");
            values.put(text(field, "@id"), set.has("data") ? inline(set, field) : read(field));
        }
        var key = values.get(text(set.get("key"), "@id"));
        assertTrue(key != null && key.size() == new HashSet<>(key).size(), set::toString);
    }

    private static List<String> inline(JsonNode set, JsonNode field) {
        var inline = new ArrayList<String>();
        set.get("data").forEach(record -> inline.add(text(record, text(field, "@id"))));
        return inline;
    }

    private List<String> read(JsonNode field) {
        var source = field.get("source");
        assertTrue(source.has("fileObject") != source.has("fileSet"), field::toString);
        return source.has("fileObject") ? cells(field, source) : properties(field, source);
    }

    private List<String> cells(JsonNode field, JsonNode source) {
        var type = TYPES.get(text(field, "dataType"));
        var column = text(source.get("extract"), "column");
        var file = files.get(text(source.get("fileObject"), "@id"));
        var cells = new ArrayList<String>();
        try (var table = CSVParser.parse(
                new String(file, StandardCharsets.UTF_8),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (var row : table) {
                var cell = row.get(column);
                assertTrue(cell.isEmpty() || type.matcher(cell).matches(), () -> column + " holds " + cell);
                cells.add(cell);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    private List<String> properties(JsonNode field, JsonNode source) {
        var members = members(byId(document.get("distribution"), text(source.get("fileSet"), "@id")));
        if (text(source.get("extract"), "fileProperty").equals("content")) {
            assertEquals("sc:ImageObject", text(field, "dataType"));
            members.values().forEach(first -> assertEquals("PNG", new String(first, 1, 3, StandardCharsets.US_ASCII)));
            return List.copyOf(members.keySet());
        }
        assertEquals("filename", text(source.get("extract"), "fileProperty"));
        var regex = Pattern.compile(text(source.get("transform"), "regex"));
        return members.keySet().stream()
                .map(name -> {
                    var match = regex.matcher(name.substring(name.lastIndexOf('/') + 1));
                    assertTrue(match.find(), name);
                    return match.group(1);
                })
                .toList();
    }

    private void reference(JsonNode field) {
        if (field.has("references")) {
            var there = values.get(text(field.at("/references/field"), "@id"));
            assertTrue(there != null, field::toString);
            var missing = new HashSet<>(values.get(text(field, "@id")));
            missing.removeAll(new HashSet<>(there));
            assertTrue(missing.isEmpty(), () -> field + " refers to nothing for " + missing);
        }
    }

    private static String text(JsonNode node, String name) {
        assertTrue(
                node.path(name).isTextual() && !node.get(name).asText().isBlank(), () -> name + " is not in " + node);
        return node.get(name).asText();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
