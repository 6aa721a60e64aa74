package org.voorwerp.consensus.panoptes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.consensus.panoptes.Annotations.Answer;
import org.voorwerp.consensus.panoptes.Annotations.Given;
import org.voorwerp.table.CellBytes;
import org.voorwerp.table.RowBlock;
import org.voorwerp.table.RowBlocks;

class PlainAnnotationsTest {

    private static final String TASK = "T0";
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Yes",
            " a star ",
            "T0",
            "T1",
            "task",
            "value",
            "null",
            "a \\\"round\\\" one",
            "é→𝄞",
            "\\\\",
            "a\\/b",
            "![x](https://a/b.png)\\n\\tYes");
    private static final List<String> SCALARS = List.of(
            "null", "true", "false", "0", "-0", "12", "-1.50", "1e5", "2E+07", "0.1e-3", "123456789012345678901");
    private static final List<String> SELDOM = List.of(
            "\"\\u00e9\"",
            "\"\\ud834\\udd1e\"",
            "NaN",
            "-Infinity",
            "01",
            "+1",
            "1.",
            ".5",
            "1e",
            "\"\\x\"",
            "\"a\tb\"",
            "nul",
            "trueish",
            "{\"a\" 1}",
            "{a:1}",
            "[1,]",
            "[,1]",
            "{\"a\":1,}",
            "'a'",
            "/* */1",
            "\"open",
            "[",
            "]",
            "}",
            "\u0000",
            "1" + "0".repeat(200),
            "[".repeat(60) + "]".repeat(60),
            "{\"t\\u0061sk\":\"T0\"}",
            "\uFEFF[]",
            "1 2");

    @Test
    void whatIsPlainIsReadAsTheParserReadsIt() {
        var random = new Random(2007);
        int plain = 0;
        for (int round = 0; round < 60_000; round++) {
            var text = annotations(random, 3);
            plain += agrees(text) ? 1 : 0;
        }
        assertEquals(60_000, plain);
    }

    @Test
    void whatIsDamagedOrSeldomIsReadAsTheParserReadsItOrNotAtAll() {
        var random = new Random(42);
        int plain = 0;
        int rounds = 150_000;
        for (int round = 0; round < rounds; round++) {
            plain += agrees(damaged(annotations(random, 3), random)) ? 1 : 0;
        }
        // Damage within a text leaves it plain; most damage does not.
        assertTrue(plain > rounds / 20 && plain < rounds * 19 / 20, plain + " were plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[] x",
                "[]]",
                "{}",
                "\"T0\"",
                "null",
                "[{\"task\":\"T0\",\"value\":\"Yes\"}",
                "[{\"task\":\"T0\",\"value\":\"Yes}]",
                "[{\"task\":\"T0\",\"value\":Yes}]",
                "[{\"task\":\"T0\" \"value\":1}]",
                "[{\"task\":\"T0\",\"value\":\"\\",
                "[{\"t\\u0061sk\":\"T0\",\"value\":\"Yes\"}]",
                "[{\"task\":\"T\\u0030\",\"value\":\"Yes\"}]"
            })
    void ofWhatIsNotPlainNothingIsSaid(String cell) throws IOException {
        assertNull(PlainAnnotations.answer(cell(cell), TASK, _ -> {}));
    }

    @Test
    void textsAreWhatTheirEscapesStandFor() throws IOException {
        var cell = cell("[{\"task\":\"T0\",\"value\":\" é \\\"a\\\" \\\\ \\/ \\b\\f\\n\\r\\t.\"}]");
        assertEquals(new Given("é \"a\" \\ / \b\f\n\r\t."), PlainAnnotations.answer(cell, TASK, _ -> {}));
    }

    /// @return whether the cell was plain
    private static boolean agrees(String text) {
        var plainSeen = new ArrayList<String>();
        var seen = new ArrayList<String>();
        try {
            var cell = cell(text);
            var plain = PlainAnnotations.answer(cell, TASK, plainSeen::add);
            Answer full;
            try {
                full = new Annotations(cell).answer(TASK, seen::add);
            } catch (IOException _) {
                assertNull(plain, text);
                return false;
            }
            if (plain == null) {
                return false;
            }
            assertEquals(full, plain, text);
            assertEquals(seen, plainSeen, text);
            return true;
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String annotations(Random random, int depth) {
        return list(random, () -> annotation(random, depth));
    }

    private interface Part {
        String make();
    }

    private static String list(Random random, Part part) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> blank(random) + part.make() + blank(random))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String annotation(Random random, int depth) {
        if (random.nextInt(12) == 0) {
            return value(random, depth);
        }
        var members = new ArrayList<String>();
        if (random.nextInt(8) > 0) {
            members.add(member(
                    random, "task", random.nextInt(10) == 0 ? value(random, 1) : "\"T" + random.nextInt(3) + '"'));
        }
        if (random.nextBoolean()) {
            members.add(member(random, "task_label", text(random)));
        }
        if (random.nextInt(8) > 0) {
            members.add(member(
                    random,
                    "value",
                    depth > 0 && random.nextInt(3) == 0 ? annotations(random, depth - 1) : value(random, depth)));
        }
        if (random.nextInt(8) == 0) {
            members.add(members.isEmpty() ? member(random, "", "1") : members.get(random.nextInt(members.size())));
        }
        if (random.nextInt(8) == 0) {
            members.addFirst(member(random, "extra", value(random, depth)));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String member(Random random, String name, String value) {
        return blank(random) + '"' + name + '"' + blank(random) + ':' + blank(random) + value + blank(random);
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0, 1 -> text(random);
            case 2 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 3 -> list(random, () -> value(random, depth - 1));
            default -> annotation(random, depth - 1);
        };
    }

    private static String text(Random random) {
        return '"' + TEXTS.get(random.nextInt(TEXTS.size())) + '"';
    }

    private static String blank(Random random) {
        return random.nextInt(20) == 0 ? List.of(" ", "\n", "\r\n", "\t").get(random.nextInt(4)) : "";
    }

    private static String damaged(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 ->
                text.substring(0, at) + "[]{},:\"\\ 0-.eE+tTnN/u\u0001".charAt(random.nextInt(22)) + text.substring(to);
            default -> text.substring(0, at) + SELDOM.get(random.nextInt(SELDOM.size())) + text.substring(to);
        };
    }

    private static CellBytes cell(String text) throws IOException {
        var row = ("annotations\n\"" + text.replace("\"", "\"\"") + "\"\n").getBytes(StandardCharsets.UTF_8);
        var block = new RowBlock();
        new RowBlocks(new ByteArrayInputStream(row), ',', 1 << 20, 1 << 16).fill(block);
        var cell = new CellBytes();
        block.read(1, 0, cell);
        cell.strip();
        cell.toUtf8();
        return cell;
    }
}
