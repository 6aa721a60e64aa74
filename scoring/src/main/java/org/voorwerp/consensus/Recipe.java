package org.voorwerp.consensus;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.crowd.CrowdModels;
import org.voorwerp.consensus.open.Middle;
import org.voorwerp.consensus.open.Rover;
import org.voorwerp.consensus.panoptes.Anonymous;
import org.voorwerp.consensus.panoptes.RowSelection;
import org.voorwerp.consensus.panoptes.Versions;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;

/// Every choice by which classifications become consensus: together with the files it is the consensus' provenance.
/// The same recipe and the same rows, in whatever order, give the same consensus.
///
/// Not a choice in this version: of several annotations of the task in one classification the first counts, as in the
/// Zooniverse's own aggregation.
///
/// @param rows which rows of the export count
/// @param task key of the task, e.g. `T0`
/// @param reading how an annotation becomes an answer; null, as in recipes from before there was a choice, is by a
///     question
/// @param answers answer → class; empty: the answers are the classes. An answer mapped to the empty text is no vote.
///     Answers are labels; where the workflow is known, indices such as `0` do as well
/// @param reducer how votes become consensus: its algorithm, parameters and seed
/// @param repeats which classifications of one subject by one volunteer count
/// @param minimumVotes subjects with fewer are left out, at least 1
/// @param ties what becomes of a subject without a single most voted class
@JsonPropertyOrder({"format", "rows", "task"})
@JsonIgnoreProperties(value = "format", allowGetters = true)
public record Recipe(
        RowSelection rows,
        String task,
        Reading reading,
        Map<String, String> answers,
        Reducer reducer,
        Repeats repeats,
        int minimumVotes,
        Ties ties) {

    /// How an annotation becomes one answer.
    public enum Reading {
        /// The label that was chosen; several at once are no vote.
        QUESTION,
        /// The labels that were chosen; several are an answer of their own, sorted and joined by `+`.
        PAIRS,
        /// What was seen; several kinds on one subject are no vote.
        SURVEY,
        /// What was chosen from the first list of a drop-down task.
        DROPDOWN,
        /// What was typed, blanks at its ends left off.
        TEXT,
        /// The number that a slider was set to.
        SLIDER;

        /// The reducer of what is so read where none is named.
        public String standard() {
            return switch (this) {
                case TEXT -> Rover.NAME;
                case SLIDER -> Middle.MEDIAN.word();
                case QUESTION, PAIRS, SURVEY, DROPDOWN -> CrowdModels.STANDARD;
            };
        }

        /// Whether a reducer is for what is so read.
        public boolean fits(Reducer reducer) {
            return switch (this) {
                case TEXT -> reducer instanceof OpenAnswersReducer(Rover _);
                case SLIDER -> reducer instanceof OpenAnswersReducer(Middle _);
                case QUESTION, PAIRS, SURVEY, DROPDOWN -> reducer instanceof VoteReducer;
            };
        }

        /// Whether it gives the truth of such a task.
        public boolean serves(TaskKind kind) {
            return switch (this) {
                case TEXT -> kind instanceof Texts;
                case SLIDER -> kind instanceof Values(var columns) && columns.size() == 1;
                case QUESTION, PAIRS, SURVEY, DROPDOWN -> !(kind instanceof Texts);
            };
        }

        /// For which tasks it is, for a message about another.
        public String servesInWords() {
            return switch (this) {
                case TEXT -> "what volunteers wrote is the truth of a task of texts, and of no other";
                case SLIDER ->
                    "what volunteers set with a slider is the truth of a task of values with one column, and of no other";
                case QUESTION, PAIRS, SURVEY, DROPDOWN ->
                    "what volunteers chose is the truth of a task of labels, probabilities or values; for one of texts"
                            + " say extractor: text";
            };
        }

        /// Whether answers are not chosen from a list, so that they are no votes for classes.
        public boolean isOpen() {
            return this == TEXT || this == SLIDER;
        }

        @JsonValue
        public String word() {
            return Recipe.word(this);
        }
    }

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

    // Written out, because in a compact constructor the compiler forgets that the reading may be null.
    public Recipe(
            RowSelection rows,
            String task,
            @Nullable Reading reading,
            Map<String, String> answers,
            Reducer reducer,
            Repeats repeats,
            int minimumVotes,
            Ties ties) {
        if (minimumVotes < 1) {
            throw new IllegalArgumentException("minimum votes must be at least 1, not " + minimumVotes);
        }
        this.reading = reading == null ? Reading.QUESTION : reading;
        if (!this.reading.fits(reducer)) {
            throw new IllegalArgumentException("no consensus is made by " + reducer.name() + " of what the extractor "
                    + this.reading.word() + " gives");
        }
        this.rows = rows;
        this.task = task;
        this.answers = new LinkedHashMap<>(answers);
        this.reducer = reducer;
        this.repeats = repeats;
        this.minimumVotes = minimumVotes;
        this.ties = ties;
    }

    /// As it stands in challenge.yaml and in JSON: `by-name`.
    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Which version of recipes this is: it changes when the same choices come to mean something else.
    @JsonProperty
    public int format() {
        return 2;
    }

    /// The plainest choices: the volunteers' rows of all versions, labels are classes,
    /// plurality of each volunteer's first classification, one vote suffices, ties are left out.
    public static Recipe of(long workflow, String task) {
        return new Recipe(
                RowSelection.of(workflow),
                task,
                Reading.QUESTION,
                Map.of(),
                new Plurality(),
                Repeats.FIRST,
                1,
                Ties.DROP);
    }

    public Recipe withRows(RowSelection rows) {
        return new Recipe(rows, task, reading, answers, reducer, repeats, minimumVotes, ties);
    }

    public Recipe withVersions(Versions versions) {
        return withRows(new RowSelection(
                rows.workflow(), versions, rows.gold(), rows.experts(), rows.beforeLaunch(), rows.anonymous()));
    }

    public Recipe withAnonymous(Anonymous anonymous) {
        return withRows(new RowSelection(
                rows.workflow(), rows.versions(), rows.gold(), rows.experts(), rows.beforeLaunch(), anonymous));
    }

    public Recipe withReading(Reading reading) {
        return new Recipe(rows, task, reading, answers, reducer, repeats, minimumVotes, ties);
    }

    public Recipe withAnswers(Map<String, String> answers) {
        return new Recipe(rows, task, reading, answers, reducer, repeats, minimumVotes, ties);
    }

    public Recipe withReducer(Reducer reducer) {
        return new Recipe(rows, task, reading, answers, reducer, repeats, minimumVotes, ties);
    }

    public Recipe withRepeats(Repeats repeats) {
        return new Recipe(rows, task, reading, answers, reducer, repeats, minimumVotes, ties);
    }

    public Recipe withMinimumVotes(int minimumVotes) {
        return new Recipe(rows, task, reading, answers, reducer, repeats, minimumVotes, ties);
    }

    public Recipe withTies(Ties ties) {
        return new Recipe(rows, task, reading, answers, reducer, repeats, minimumVotes, ties);
    }
}
