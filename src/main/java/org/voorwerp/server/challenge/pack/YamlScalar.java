package org.voorwerp.server.challenge.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// What a word in YAML is, by the core schema of YAML 1.2: `yes` and `no` are words and not truth values, a date is
/// text, `1_000` is not a number. The library goes by YAML 1.1, where answers such as No would be lost.
final class YamlScalar {

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(\\.[0-9]{1,40}|[0-9]{1,40}(\\.[0-9]{0,40})?)([eE][-+]?[0-9]{1,3})?");
    private static final Resolver YAML_1_1 = new Resolver();

    private YamlScalar() {}

    /// Whether it holds nothing but characters that can be stored and shown: no control characters but line ends and
    /// tabs, no half of a surrogate pair. Escapes such as `\0` put them there.
    static boolean isText(String value) {
        return value.codePoints()
                .allMatch(c -> c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
    }

    static JsonNode value(ScalarNode scalar) {
        var text = scalar.getValue();
        var make = JsonNodeFactory.instance;
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN || isMarkedAsText(scalar)) {
            return make.textNode(text);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> make.nullNode();
            case "true", "True", "TRUE" -> make.booleanNode(true);
            case "false", "False", "FALSE" -> make.booleanNode(false);
            default -> number(text);
        };
    }

    private static JsonNode number(String text) {
        var make = JsonNodeFactory.instance;
        if (WHOLE.matcher(text).matches()) {
            return make.numberNode(Long.parseLong(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return make.numberNode(number);
            }
        }
        return make.textNode(text);
    }

    /// Written as `!!str 14`.
    private static boolean isMarkedAsText(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.STR)
                && !YAML_1_1.resolve(NodeId.scalar, scalar.getValue(), true).equals(Tag.STR);
    }
}
