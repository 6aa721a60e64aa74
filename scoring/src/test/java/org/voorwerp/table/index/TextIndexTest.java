package org.voorwerp.table.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    @Test
    void everyTextIsFoundAndNoOther() {
        var random = new Random(5);
        for (int draw = 0; draw < 200; draw++) {
            var texts = new ArrayList<>(texts(random.nextInt(300), draw % 2 == 0 ? 1 : 40, random));
            var index = TextIndex.of(texts);
            assertEquals(texts, index.asList());
            var asked = new ArrayList<>(texts(300, 40, random));
            asked.addAll(texts);
            asked.add("");
            for (var text : asked) {
                assertEquals(texts.indexOf(text), index.position(text));
            }
            assertEquals(asked.stream().map(texts::indexOf).toList(), together(index, asked, random.nextInt(300)));
        }
    }

    @Test
    void textsInOrderAreFoundByTheGuessUntilTheOrderEnds() {
        var index = TextIndex.of(List.of("a", "b", "c", "d"));
        assertEquals(List.of(1, 2, 0, 3), together(index, List.of("b", "c", "a", "d"), 1));
        assertEquals(List.of(3, 0), together(index, List.of("d", "a"), 3));
        assertEquals(List.of(-1, 1), together(index, List.of("x", "b"), 4));
    }

    @Test
    void textsWithTheSameHashAreToldApart() {
        // As long as two collide in the upper half, and in the three bits that choose one of eight slots.
        var seen = new HashMap<Long, String>();
        for (int i = 0; ; i++) {
            var text = "text-" + i;
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            long hash = Utf8Index.hash(bytes, 0, bytes.length) & 0xffffffff00000007L;
            var other = seen.put(hash, text);
            if (other != null) {
                var one = TextIndex.of(List.of("x", other));
                assertEquals(-1, one.position(text));
                assertEquals(List.of(1, -1), together(one, List.of(other, text), 0));
                var both = TextIndex.of(List.of(other, text));
                assertEquals(1, both.position(text));
                assertEquals(List.of(1, 0), together(both, List.of(text, other), 0));
                return;
            }
        }
    }

    @Test
    void aTextThatAppearsTwiceIsNamed() {
        var e = assertThrows(IllegalArgumentException.class, () -> TextIndex.of(List.of("a", "b", "Ω", "b")));
        assertEquals("\"b\" appears twice", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TextIndex.of(List.of("", "b", "")));
    }

    @Test
    void anEmptyIndexHoldsNothing() {
        var index = TextIndex.of(List.of());
        assertEquals(-1, index.position(""));
        assertEquals(List.of(-1), together(index, List.of("a"), 0));
        assertEquals(0, index.longest());
    }

    @Test
    void idsThatDifferLittleSpreadWell() {
        // Ids as surveys give them: long, rising by small steps. A bad hash would make this take minutes.
        var ids = IntStream.range(0, 300_000)
                .mapToObj(i -> Long.toString(587_722_981_736_120_347L + 37L * i))
                .toList();
        var index = TextIndex.of(ids);
        var low = new LinkedHashSet<Long>();
        for (var id : ids) {
            var bytes = id.getBytes(StandardCharsets.UTF_8);
            low.add(Utf8Index.hash(bytes, 0, bytes.length) & 0xfffff);
        }
        // Of 2^20 slots, chance fills 2^20 (1 - exp(-300,000 / 2^20)), which is 260,901, give or take 200.
        assertEquals(260_901, low.size(), 2_000);
        assertEquals(299_999, index.position(ids.getLast()));
        assertTrue(index.longest() == 18);
    }

    private static LinkedHashSet<String> texts(int count, int longest, Random random) {
        var texts = new LinkedHashSet<String>();
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(longest) + 1; length > 0; length--) {
                text.append((char) ('a' + random.nextInt(3) * 500));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static List<Integer> together(TextIndex index, List<String> texts, int guess) {
        var batch = new TextBatch(texts.size());
        for (var text : texts) {
            var bytes = ("(" + text + ")").getBytes(StandardCharsets.UTF_8);
            batch.add(bytes, 1, bytes.length - 1);
        }
        index.lookUp(batch, guess);
        return IntStream.range(0, batch.size()).mapToObj(batch::position).toList();
    }
}
