package org.voorwerp.server.importing;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping of YAML, read leniently: other platforms are not strict about types either.
///
/// @param values by name
/// @param where it stands, for messages
record Settings(Map<?, ?> values, String where) {

    private static final int MOST_ALIASES = 50;
    /// How many characters it may hold once its aliases are written out, as messages and pages do with them.
    private static final long MOST_CHARACTERS = 8L << 20;
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("M-d-yyyy HH:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("M/d/yyyy HH:mm[:ss]", Locale.ROOT));
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("M-d-yyyy", Locale.ROOT),
            DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT));

    static Settings read(String yaml, String file) throws NotImported {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(100);
        try {
            var reader = new Yaml(new SafeConstructor(options));
            var root = reader.compose(new StringReader(yaml));
            requirePlainNames(root, new HashSet<>());
            if (characters(root, new IdentityHashMap<>()) > MOST_CHARACTERS) {
                throw new YAMLException("its aliases stand for more than " + (MOST_CHARACTERS >> 20) + " MiB of text");
            }
            if (reader.load(yaml) instanceof Map<?, ?> map) {
                return new Settings(map, file);
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new NotImported(file
                    + (mark == null ? "" : ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                    + ": the YAML is broken: " + e.getProblem());
        } catch (YAMLException e) {
            throw new NotImported(file + " is broken: " + e.getMessage());
        }
        throw new NotImported(file + " holds no names with values");
    }

    /// A list or a mapping as a name may hold itself: to look it up would never end.
    private static void requirePlainNames(@Nullable Node node, Set<Node> seen) {
        if (node == null || !seen.add(node)) {
            return;
        }
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(part -> requirePlainNames(part, seen));
        } else if (node instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode)) {
                    throw new YAMLException(
                            "a name is no text" + entry.getKeyNode().getStartMark());
                }
                requirePlainNames(entry.getValueNode(), seen);
            }
        }
    }

    /// How many characters a node holds, those of an alias as often as it stands there. One that stands within what it
    /// stands for is never written out, and counts nothing.
    ///
    /// @param known what was counted already
    private static long characters(@Nullable Node node, Map<Node, Long> known) {
        if (node == null) {
            return 0;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().length();
        }
        var before = known.putIfAbsent(node, 0L);
        if (before != null) {
            return before;
        }
        var parts = switch (node) {
            case SequenceNode sequence -> sequence.getValue().stream();
            case MappingNode mapping ->
                mapping.getValue().stream().flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()));
            default -> throw new IllegalStateException("YAML has no " + node.getClass());
        };
        // Summed no further than needed, so that nothing overflows.
        long all = parts.mapToLong(part -> characters(part, known))
                .reduce(0, (a, b) -> Math.min(a + b, MOST_CHARACTERS + 1));
        known.put(node, all);
        return all;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Optional<String> text(String name) {
        return scalar(values.get(name)).map(String::strip).filter(t -> !t.isEmpty());
    }

    /// A list or a mapping is no text: through aliases it may hold itself, or be far larger than what was sent.
    private static Optional<String> scalar(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Date
                ? Optional.of(value.toString())
                : Optional.empty();
    }

    String required(String name) throws NotImported {
        return text(name).orElseThrow(() -> new NotImported(where + " has no " + name));
    }

    /// Also where it is written as a text.
    boolean isTrue(String name) {
        return text(name)
                .map(t -> t.toLowerCase(Locale.ROOT))
                .filter(List.of("true", "yes", "1")::contains)
                .isPresent();
    }

    Optional<Integer> whole(String name) {
        return text(name).filter(t -> t.matches("-?[0-9]{1,9}")).map(Integer::valueOf);
    }

    /// The settings in a list; none where there is no such list.
    List<Settings> each(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(one -> new Settings((Map<?, ?>) one, name + " of " + where))
                .toList();
    }

    Optional<Settings> inner(String name) {
        return values.get(name) instanceof Map<?, ?> map
                ? Optional.of(new Settings(map, name + " of " + where))
                : Optional.empty();
    }

    List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(Settings::scalar).flatMap(Optional::stream).toList()
                : List.of();
    }

    /// A time, in UTC where it does not say another zone; a day is its beginning.
    Optional<Instant> time(String name) throws NotImported {
        var value = values.get(name);
        if (value instanceof Date date) {
            return Optional.of(date.toInstant());
        }
        var text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var instant = instant(text.get());
        if (instant.isEmpty()) {
            throw new NotImported(
                    name + " of " + where + " is no time: " + text.get() + "; write it as 2027-01-31 12:00:00");
        }
        return instant;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeException e) {
            // Most are written without a zone.
        }
        for (var format : TIMES) {
            try {
                return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // The next format may be it.
            }
        }
        for (var format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, format).atStartOfDay().toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // The next format may be it.
            }
        }
        return Optional.empty();
    }
}
