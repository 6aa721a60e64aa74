package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every choice by which classifications become consensus: together with the files it is the consensus' provenance.
/// The same recipe and the same rows, in whatever order, give the same consensus.
///
/// Not a choice in this version: rows made in gold-standard mode, rows of experts and owners, and rows made before
/// the project was launched (`live_project` false) are left out; of several annotations of the task in one
/// classification the first counts, as in the Zooniverse's own aggregation.
///
/// @param workflow id of the Panoptes workflow
/// @param version its version; null takes all
/// @param task key of the task, e.g. `T0`
/// @param answers answer label → class; empty: the labels are the classes. A label mapped to the empty text is
///     no vote
/// @param reducer how votes become consensus
/// @param repeats which classifications of one subject by one volunteer count
/// @param anonymous what volunteers without an account are
/// @param minimumVotes subjects with fewer are left out, at least 1
/// @param ties what becomes of a subject without a single most voted class
public record Recipe(
        long workflow,
        @Nullable WorkflowVersion version,
        String task,
        Map<String, String> answers,
        Reducer reducer,
        Repeats repeats,
        Anonymous anonymous,
        int minimumVotes,
        Ties ties) {

    /// Which of a volunteer's classifications of the same subject count. They are ordered by `created_at`, then by
    /// classification id, then by line. One classification standing twice in a file is never two.
    public enum Repeats {
        FIRST,
        LAST,
        ALL;

        @JsonValue
        public String word() {
            return Recipe.word(this);
        }
    }

    /// What volunteers without an account are to the consensus.
    public enum Anonymous {
        /// One volunteer a `not-logged-in-…` name: an address, perhaps a whole school's, and only within one export.
        BY_NAME,
        /// One volunteer a classification.
        EACH,
        /// Left out.
        DROP;

        @JsonValue
        public String word() {
            return Recipe.word(this);
        }
    }

    /// What becomes of a subject for which several classes have the most votes.
    public enum Ties {
        /// It is left out.
        DROP,
        /// It gets the first of them, in the order of the classes.
        FIRST;

        @JsonValue
        public String word() {
            return Recipe.word(this);
        }
    }

    public Recipe {
        answers = new LinkedHashMap<>(answers);
        if (minimumVotes < 1) {
            throw new IllegalArgumentException("minimum votes must be at least 1, not " + minimumVotes);
        }
    }

    /// As it stands in challenge.yaml and in JSON: `by-name`.
    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The choices a challenge makes by saying nothing: all versions, labels are classes, plurality of each
    /// volunteer's first classification, one vote suffices, ties are left out.
    public static Recipe of(long workflow, String task) {
        return new Recipe(
                workflow, null, task, Map.of(), new Plurality(), Repeats.FIRST, Anonymous.BY_NAME, 1, Ties.DROP);
    }
}
