package org.voorwerp.server.challenge.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voorwerp.table.Finding;

class YamlDocumentTest {

    private final List<Finding> findings = new ArrayList<>();

    private YamlDocument read(String yaml) {
        return read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private YamlDocument read(byte[] yaml) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> YamlDocument.read(yaml, findings::add));
    }

    private void assertFound(String expected) {
        assertTrue(
                findings.stream().anyMatch(finding -> finding.toString().contains(expected)),
                () -> "expected " + expected + " in " + findings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Yes                  | STRING
            no                   | STRING
            on                   | STRING
            true                 | BOOLEAN
            2026-01-01           | STRING
            2026-01-01T00:00:00Z | STRING
            12:30:45             | STRING
            1_000                | STRING
            0x1F                 | STRING
            14                   | NUMBER
            -0.5                 | NUMBER
            1e-3                 | NUMBER
            1e999                | STRING
            .nan                 | STRING
            "14"                 | STRING
            !!str 14             | STRING
            ~                    | NULL
            null                 | NULL
            """)
    void wordsAreWhatYaml12SaysTheyAre(String word, String type) {
        var tree = read("a: " + word).tree();
        assertEquals(List.of(), findings);
        assertEquals(type, tree.get("a").getNodeType().name());
    }

    @Test
    void everyPartKnowsWhereItStands() {
        var document = read("a:\n  b: [1,\n      2]\n  c/d~e: x\n");
        assertEquals("line 2, column 3: x", document.at("/a/b", "x").toString());
        assertEquals("line 2, column 6: x", document.atValue("/a/b", "x").toString());
        assertEquals("line 3, column 7: x", document.at("/a/b/1", "x").toString());
        assertEquals("line 4, column 3: x", document.at("/a/c~1d~0e", "x").toString());
    }

    @Test
    void aNameThatStandsTwiceIsTold() {
        read("a: 1\nb: 2\n\na: 3\n");
        assertFound("line 4, column 1: \"a\" stands here twice, the first time in line 1");
    }

    @Test
    void tabsAreTold() {
        read("a:\n\tb: 1\n");
        assertFound("line 2, column 1: the YAML is broken: a tab stands here; YAML is indented with spaces");
    }

    @Test
    void aSecondDocumentIsTold() {
        read("a: 1\n---\nb: 2\n");
        assertFound("line 2, column 1: the YAML is broken: a second document begins here");
    }

    @Test
    void anEmptyFileIsTold() {
        read("# nothing\n");
        assertFound("the file holds no YAML document");
    }

    @Test
    void bytesThatAreNoTextAreTold() {
        read(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
        assertFound("not UTF-8");
        findings.clear();
        read("a: \u0007\n");
        assertFound("U+0007");
    }

    @Test
    void tagsCreateNothing() {
        read("a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://example.org\"]]\n");
        assertFound("Global tag is not allowed");
        findings.clear();
        read("a: !own x\n");
        assertFound("line 1, column 4: tags such as \"!own\" are not read");
    }

    @Test
    void aliasesAreFollowed() {
        var document = read("a: &x [1, 2]\nb: *x\n");
        assertEquals(List.of(), findings);
        assertEquals("[1,2]", document.tree().get("b").toString());
    }

    @Test
    void anAliasInsideOfItselfIsTold() {
        read("a: &x [*x]\n");
        assertFound("an alias stands inside of what it stands for");
    }

    @Test
    void aBombOfAliasesIsRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 25; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        read(bomb.toString());
        assertFound("parts");
    }

    @Test
    void aliasesOfOneLongTextAreNotWrittenOut() {
        read("long: &x " + "x".repeat(900_000) + "\nlist: [" + "*x, ".repeat(20_000) + "]\n");
        assertFound("MiB of text");
    }

    @Test
    void partsBelowALongNameAreLimited() {
        read("x".repeat(600) + ": [" + "1, ".repeat(45_000) + "]\n");
        assertFound("MiB of text");
    }

    @Test
    void depthAndSizeAreLimited() {
        read("a: " + "[".repeat(10_000));
        assertFound("epth");
        findings.clear();
        read("a: " + "x".repeat(2 << 20));
        assertFound("larger than 1024 KiB");
    }
}
