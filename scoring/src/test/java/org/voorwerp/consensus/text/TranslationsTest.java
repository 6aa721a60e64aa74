package org.voorwerp.consensus.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voorwerp.consensus.RealData;

/// Ten people translated each sentence (CrowdWSA2019, Li and Fukumoto 2019). Published word error rates (crowd-kit):
/// ROVER .612 on J1, RASA .483 on T1 are the best.
///
/// Word error rate here: edits / words of the true sentences, over all sentences together, in lower case, where
/// everything but letters and digits separates words. Plain ROVER then has .610 and .507, published .612 and .514.
@NullUnmarked
class TranslationsTest {

    private record Sentences(Map<String, List<Transcription>> answers, Map<String, String> truth) {}

    @ParameterizedTest
    @CsvSource({"J1, 0.612", "T1, 0.483"})
    void wordErrorRateIsBelowTheBestPublished(String set, double published) throws IOException {
        var sentences = sentences(set);
        var reducer = new TextReducer(Unit.WORDS, Reliability.of(sentences.answers.values(), Unit.WORDS));

        double rate = wordErrorRate(sentences, read -> reducer.consensus(read).text());

        System.out.println(set + " " + rate + " strict "+ wordErrorRateKeepingApostrophes(sentences, reducer) + " unweighted " + wordErrorRate(sentences, read -> new TextReducer(Unit.WORDS, Map.of()).consensus(read).text()));
        assertTrue(rate < published, set + ": " + rate);
    }

    private static double wordErrorRateKeepingApostrophes(Sentences sentences, TextReducer reducer) {
        int edits = 0;
        int words = 0;
        for (var sentence : sentences.truth.entrySet()) {
            var truth = List.of(sentence.getValue().toLowerCase(Locale.ROOT).replaceAll("[^\\w\\s']", " ").strip().split("\\s+"));
            var text = String.join(" ", reducer.consensus(sentences.answers.get(sentence.getKey())).tokens().stream().map(t -> t.text()).toList());
            edits += EditDistance.of(List.of(text.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\s']", " ").strip().split("\\s+")), truth);
            words += truth.size();
        }
        return (double) edits / words;
    }

    private static double wordErrorRate(Sentences sentences, Function<List<Transcription>, String> reducer) {
        int edits = 0;
        int words = 0;
        for (var sentence : sentences.truth.entrySet()) {
            var truth = words(sentence.getValue());
            edits += EditDistance.of(words(reducer.apply(sentences.answers.get(sentence.getKey()))), truth);
            words += truth.size();
        }
        return (double) edits / words;
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" "));
    }

    private static Sentences sentences(String set) throws IOException {
        var answers = new LinkedHashMap<String, List<Transcription>>();
        for (var row : rows("transcriptions/" + set + "_answers.tsv")) {
            answers.computeIfAbsent(row[1], _ -> new ArrayList<>()).add(new Transcription(row[0], row[2]));
        }
        var truth = new HashMap<String, String>();
        for (var row : rows("transcriptions/" + set + "_truth.tsv")) {
            truth.put(row[0], row[1]);
        }
        return new Sentences(answers, truth);
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(RealData.file(file)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
