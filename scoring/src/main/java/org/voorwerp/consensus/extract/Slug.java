package org.voorwerp.consensus.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes answers into names of columns as panoptes_aggregation does: `Can't tell` becomes `can-t-tell`. Letters of
/// other scripts than Latin stay what they are; there they are made Latin.
final class Slug {

    /// The name of no answer.
    static final String NONE = "None";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern COMMA_IN_NUMBER = Pattern.compile("(?<=\\d),(?=\\d)");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Slug() {}

    static String of(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        plain = COMMA_IN_NUMBER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return ENDS.matcher(BETWEEN.matcher(plain).replaceAll("-")).replaceAll("");
    }
}
