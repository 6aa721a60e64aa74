package org.voorwerp.consensus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a text is taken apart into.
public enum Unit {

    /// What stands between spaces, as panoptes_aggregation has it: `page.` is one token.
    SPACED("\\S+", 0.5) {
        @Override
        String separator(String token) {
            return " ";
        }
    },

    /// Words and marks of punctuation; what follows an apostrophe is a token of its own, so that `isn't` and `isn 't`
    /// are the same.
    WORDS("[\\p{L}\\p{M}\\p{N}_]+|['\u2019\u02bc][\\p{L}\\p{M}\\p{N}_]+|[^\\p{L}\\p{M}\\p{N}_\\s]", 0.2) {
        @Override
        String separator(String token) {
            return token.matches("['\u2019\u02bc].+|[.,;:!?)\\]}\u2026]") ? "" : " ";
        }
    },

    /// What a reader takes for one character, accents included; runs of spaces are one.
    CHARACTERS("\\s+|\\X", 1) {
        @Override
        String separator(String token) {
            return "";
        }
    };

    private final Pattern pattern;
    private final double leastSimilarity;

    Unit(String pattern, double leastSimilarity) {
        this.pattern = Pattern.compile(pattern);
        this.leastSimilarity = leastSimilarity;
    }

    /// Below which share of common characters two tokens have nothing to do with each other. Half is strict, and lays
    /// texts side by side as panoptes_aggregation does; a fifth was found better where people translate.
    double leastSimilarity() {
        return leastSimilarity;
    }

    /// The tokens of a text, in its order.
    public List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = pattern.matcher(text.strip());
        while (matcher.find()) {
            tokens.add(Token.of(matcher.group().isBlank() ? " " : matcher.group()));
        }
        return tokens;
    }

    /// A text of tokens.
    public String joined(List<String> tokens) {
        var text = new StringBuilder();
        for (var token : tokens) {
            text.append(text.isEmpty() ? "" : separator(token)).append(token);
        }
        return text.toString();
    }

    /// What stands before a token.
    abstract String separator(String token);
}
