package org.voorwerp.table.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecimalIndexTest {

    @Test
    void onlyPlainWholeNumbersAreKeptAsSuch() {
        for (var text : List.of(
                "0",
                "7",
                "10",
                "12345678",
                "123456789",
                "999999999999999999",
                "1000000000000000000",
                "9223372036854775807")) {
            assertEquals(Long.parseLong(text), number(text), text);
            assertInstanceOf(DecimalIndex.class, TextIndex.of(List.of(text)));
        }
        for (var text : List.of(
                "",
                "00",
                "01",
                "-1",
                "+1",
                "1.0",
                "1e3",
                " 1",
                "1 ",
                "12345678x",
                "x12345678",
                "1234567x9",
                "9223372036854775808",
                "9999999999999999999",
                "10000000000000000000",
                "18446744073709551616",
                "١")) {
            assertEquals(DecimalIndex.NONE, number(text), text);
            assertInstanceOf(Utf8Index.class, TextIndex.of(List.of("1", text.equals("1") ? "2" : text)));
        }
    }

    @Test
    void whateverIsAddedIsThereAndNothingElse() {
        var random = new Random(3);
        for (int draw = 0; draw < 50; draw++) {
            long range = 1L << random.nextInt(1, 63);
            var numbers = LongStream.generate(() -> random.nextLong(range))
                    .limit(random.nextInt(3000))
                    .distinct()
                    .toArray();
            var texts = LongStream.of(numbers).mapToObj(Long::toString).toList();
            var index = TextIndex.of(texts);
            assertEquals(texts, index.asList());
            var batch = new TextBatch(1);
            var asked = new ArrayList<>(texts);
            random.longs(2000, 0, range).mapToObj(Long::toString).forEach(asked::add);
            asked.add("x");
            for (var text : asked) {
                assertEquals(texts.indexOf(text), index.position(text));
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                batch.add(bytes, 0, bytes.length);
            }
            index.lookUp(batch, random.nextInt(3));
            for (int i = 0; i < asked.size(); i++) {
                assertEquals(texts.indexOf(asked.get(i)), batch.position(i));
            }
        }
    }

    @Test
    void aMillionNumbersAreFoundAndTheFirstThatAppearsTwiceIsNamed() {
        var builder = new TextIndexBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            builder.add(Long.toString(1_237_645_879_551_066_262L + 41L * i));
        }
        var index = builder.build();
        for (int i = 0; i < 1_000_000; i += 997) {
            assertEquals(i, index.position(Long.toString(1_237_645_879_551_066_262L + 41L * i)));
        }
        assertEquals(-1, index.position("1237645879551066263"));

        var twice = new TextIndexBuilder();
        for (int i = 0; i < 400_000; i++) {
            twice.add(Integer.toString(i % 300_000));
        }
        assertEquals(
                "\"0\" appears twice",
                assertThrows(IllegalArgumentException.class, twice::build).getMessage());
    }

    private static long number(String text) {
        var bytes = ("1" + text + "1").getBytes(StandardCharsets.UTF_8);
        long number = DecimalIndex.number(bytes, 1, bytes.length - 1);
        var padded = (text + "1111111111").getBytes(StandardCharsets.UTF_8);
        assertEquals(number, DecimalIndex.number(padded, 0, text.getBytes(StandardCharsets.UTF_8).length));
        return number;
    }
}
