package org.voorwerp.server.challenge.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/// A YAML document as a JSON tree that knows where each of its parts stands. It comes from strangers: its size, depth
/// and aliases are limited, and no tag creates anything.
final class YamlDocument {

    /// How large a document may be.
    static final int MOST_BYTES = 1 << 20;

    private static final int DEEPEST = 40;
    /// How many parts it may have once its aliases are written out.
    private static final int MOST_PARTS = 50_000;
    /// How many characters it may hold then, those of names as often as they stand above a part: so many are kept.
    private static final long MOST_CHARACTERS = 8L << 20;

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final Consumer<Finding> findings;
    /// Where the value stands, by JSON pointer; for what stands under a name also where the name does.
    private final Map<String, Mark> values = new HashMap<>();

    private final Map<String, Mark> names = new HashMap<>();
    private final Set<Node> open = new HashSet<>();
    private int parts;
    private long characters;
    private JsonNode tree = MissingNode.getInstance();

    private YamlDocument(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /// Reads a document.
    ///
    /// @param findings gets what is wrong; if anything is, parts of the tree, or all of it, may be missing
    static YamlDocument read(byte[] bytes, Consumer<Finding> findings) {
        var document = new YamlDocument(findings);
        try {
            document.parse(bytes);
        } catch (MarkedYAMLException e) {
            findings.accept(problem(e));
        } catch (ReaderException e) {
            findings.accept(new Finding(
                    0, 0, String.format("the character U+%04X is not allowed in YAML; remove it", e.getCodePoint())));
        } catch (YAMLException e) {
            findings.accept(Finding.ofFile("the YAML cannot be read: " + e.getMessage()));
        }
        return document;
    }

    /// The whole; missing where the document could not be read at all.
    JsonNode tree() {
        return tree;
    }

    /// A finding about the part at a JSON pointer: at its name if it has one, else where it begins.
    Finding at(String pointer, String message) {
        return finding(names.getOrDefault(pointer, values.get(pointer)), message);
    }

    /// A finding about the value at a JSON pointer.
    Finding atValue(String pointer, String message) {
        return finding(values.get(pointer), message);
    }

    private static Finding finding(@Nullable Mark mark, String message) {
        return mark == null ? Finding.ofFile(message) : new Finding(mark.getLine() + 1L, mark.getColumn() + 1, message);
    }

    private void parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            findings.accept(Finding.ofFile("the file is larger than " + MOST_BYTES / 1024 + " KiB"));
            return;
        }
        var text = decode(bytes);
        if (text == null) {
            return;
        }
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(50);
        var root = new Yaml(options).compose(new StringReader(text));
        if (root == null) {
            findings.accept(Finding.ofFile("the file holds no YAML document"));
        } else {
            tree = convert(root, "");
        }
    }

    private @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            findings.accept(Finding.ofFile("the file is not UTF-8: save it as UTF-8"));
            return null;
        }
    }

    private JsonNode convert(Node node, String pointer) {
        values.put(pointer, node.getStartMark());
        if (++parts > MOST_PARTS) {
            throw new YAMLException("it has more than " + MOST_PARTS + " parts");
        }
        characters += pointer.length()
                + (node instanceof ScalarNode scalar ? scalar.getValue().length() : 0);
        if (characters > MOST_CHARACTERS) {
            throw new YAMLException(
                    "written out, its names and aliases are more than " + (MOST_CHARACTERS >> 20) + " MiB of text");
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            findings.accept(atValue(
                    pointer, "tags such as " + Excerpt.of(node.getTag().getValue()) + " are not read; remove it"));
            return MissingNode.getInstance();
        }
        if (node instanceof ScalarNode scalar) {
            if (!YamlScalar.isText(scalar.getValue())) {
                findings.accept(atValue(pointer, "a text may hold no control characters"));
                return MissingNode.getInstance();
            }
            return YamlScalar.value(scalar);
        }
        if (!open.add(node)) {
            findings.accept(atValue(pointer, "an alias stands inside of what it stands for"));
            return MissingNode.getInstance();
        }
        var converted = convertCollection((CollectionNode<?>) node, pointer);
        open.remove(node);
        return converted;
    }

    private JsonNode convertCollection(CollectionNode<?> node, String pointer) {
        return switch (node) {
            case SequenceNode sequence -> convertAll(sequence.getValue(), pointer);
            case MappingNode mapping -> convert(mapping, pointer);
            default -> throw new IllegalStateException("YAML has no " + node.getClass());
        };
    }

    private ArrayNode convertAll(List<Node> items, String pointer) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var item : items) {
            array.add(convert(item, pointer + "/" + array.size()));
        }
        return array;
    }

    private JsonNode convert(MappingNode mapping, String pointer) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name) || !YamlScalar.isText(name.getValue())) {
                findings.accept(finding(entry.getKeyNode().getStartMark(), "a name is expected before the colon"));
                continue;
            }
            var inner = inner(pointer, name.getValue());
            var first = names.putIfAbsent(inner, name.getStartMark());
            if (object.has(name.getValue())) {
                findings.accept(finding(
                        name.getStartMark(),
                        Excerpt.of(name.getValue()) + " stands here twice, the first time in line "
                                + (first == null ? 0 : first.getLine() + 1)));
                continue;
            }
            object.set(name.getValue(), convert(entry.getValueNode(), inner));
        }
        return object;
    }

    /// The JSON pointer of what stands under `name`.
    static String inner(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Finding problem(MarkedYAMLException e) {
        var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        var problem = String.valueOf(e.getProblem());
        if (problem.contains("\\t(TAB)") || problem.contains("\\t")) {
            problem = "a tab stands here; YAML is indented with spaces";
        } else if (problem.contains("but found another document")) {
            problem = "a second document begins here; the file must hold one";
        } else if (e.getContext() != null) {
            problem = problem + " (" + e.getContext() + ")";
        }
        return finding(mark, "the YAML is broken: " + problem);
    }
}
