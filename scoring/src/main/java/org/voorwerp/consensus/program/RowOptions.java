package org.voorwerp.consensus.program;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Repeats;
import org.voorwerp.consensus.Recipe.Ties;
import org.voorwerp.consensus.panoptes.Anonymous;
import org.voorwerp.consensus.panoptes.RowSelection;
import org.voorwerp.consensus.panoptes.SpecialRows;
import org.voorwerp.consensus.panoptes.Versions;
import picocli.CommandLine.Option;

/// Which rows count.
final class RowOptions {

    @Option(
            names = "--repeats",
            paramLabel = "first|last|all",
            defaultValue = "first",
            description = "Which of a volunteer's classifications of one subject count. Default: first.")
    String repeats = "first";

    @Option(
            names = "--anonymous",
            paramLabel = "by-name|each|drop",
            defaultValue = "by-name",
            description = "Volunteers without an account: one a name, each row its own, or left out. Default: by-name.")
    String anonymous = "by-name";

    @Option(names = "--gold-rows", paramLabel = "leave-out|keep|only", description = "Rows made in gold-standard mode.")
    @Nullable
    String goldRows;

    @Option(
            names = "--expert-rows",
            paramLabel = "leave-out|keep|only",
            description = "Rows made by experts and owners.")
    @Nullable
    String expertRows;

    @Option(
            names = "--before-launch",
            paramLabel = "leave-out|keep|only",
            description = "Rows made before the launch (live_project is false). These three: leave-out by default, but"
                    + " keep for reducers of panoptes_aggregation, which knows no difference.")
    @Nullable
    String beforeLaunch;

    @Option(
            names = "--versions",
            paramLabel = "VERSIONS",
            description =
                    "Versions of the workflow: 14 (all its minors), 14.3, 3.9..3.10, 14.. or ..16.2. Default: all.")
    @Nullable
    String versions;

    @Option(
            names = "--minimum-votes",
            paramLabel = "N",
            defaultValue = "1",
            description = "Subjects with fewer are left out. Default: 1.")
    int minimumVotes = 1;

    @Option(
            names = "--ties",
            paramLabel = "first|drop",
            defaultValue = "first",
            description = "Subjects without a single most voted class: the first of them with all told in the column"
                    + " data.tied, or left out. Default: first.")
    String ties = "first";

    @Option(
            names = "--answer",
            paramLabel = "LABEL=CLASS",
            description = "What an answer is a vote for; an empty CLASS is no vote. Once an answer; without any, labels"
                    + " are classes.")
    Map<String, String> answers = new LinkedHashMap<>();

    /// @param lenient what becomes of special rows where nothing is said
    RowSelection selection(long workflow, SpecialRows lenient) {
        return new RowSelection(
                workflow,
                versions(),
                special("--gold-rows", goldRows, lenient),
                special("--expert-rows", expertRows, lenient),
                special("--before-launch", beforeLaunch, lenient),
                anonymous());
    }

    private static SpecialRows special(String option, @Nullable String word, SpecialRows otherwise) {
        return word == null ? otherwise : choice(SpecialRows.class, option, word);
    }

    Anonymous anonymous() {
        return choice(Anonymous.class, "--anonymous", anonymous);
    }

    Repeats repeats() {
        return choice(Repeats.class, "--repeats", repeats);
    }

    Ties ties() {
        return choice(Ties.class, "--ties", ties);
    }

    int minimumVotes() {
        if (minimumVotes < 1) {
            throw new Failure("--minimum-votes must be at least 1, not " + minimumVotes);
        }
        return minimumVotes;
    }

    private Versions versions() {
        if (versions == null) {
            return Versions.ALL;
        }
        try {
            return Versions.of(versions);
        } catch (IllegalArgumentException e) {
            throw new Failure("--versions: " + e.getMessage());
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String option, String word) {
        for (var choice : choices.getEnumConstants()) {
            if (choice.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return choice;
            }
        }
        throw new Failure(option + " cannot be " + word + "; it is one of "
                + String.join(
                        ", ",
                        Arrays.stream(choices.getEnumConstants())
                                .map(choice ->
                                        choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList()));
    }
}
