package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.Recipe.Reading;
import org.voorwerp.consensus.panoptes.Annotations.Absent;
import org.voorwerp.consensus.panoptes.Annotations.Given;
import org.voorwerp.consensus.panoptes.Classification;
import org.voorwerp.consensus.panoptes.ClassificationExport;
import org.voorwerp.consensus.panoptes.ExportRows;
import org.voorwerp.consensus.panoptes.Ledger;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.SelectedRows;
import org.voorwerp.consensus.panoptes.Workflow;
import org.voorwerp.consensus.panoptes.Workflows;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Findings;
import org.voorwerp.table.TableException;

/// Reads one vote a row from a classification export of the Zooniverse, see [ClassificationExport].
public final class PanoptesExport {

    /// How many names a message lists.
    private static final int NAMES = 50;

    private final Recipe recipe;
    private final @Nullable Set<String> classes;
    private final AnswerReader answers;
    private final @Nullable Workflows workflows;

    private PanoptesExport(Recipe recipe, @Nullable List<String> classes, @Nullable Workflows workflows) {
        this.recipe = recipe;
        this.workflows = workflows;
        this.answers = AnswerReader.of(recipe, workflows);
        this.classes = classes == null ? null : new LinkedHashSet<>(classes);
    }

    /// What was read of some rows.
    private record Some(Ledger ledger, List<Extract> extracts, Map<String, Unknown> unknown) {}

    /// An answer that is no class: where it stands first, and how often.
    private record Unknown(Finding first, long rows) {
        Unknown plus(Unknown later) {
            return new Unknown(first, rows + later.rows);
        }
    }

    /// Reads a file to its end and hands on each vote in the order of the file. Repeats by one volunteer are not
    /// resolved yet.
    ///
    /// @param classes what an answer may be a vote for; null if anything goes
    /// @param extracts called once a vote
    /// @return what became of the rows
    /// @throws ConsensusException if a row cannot be read, if an answer is none of the classes, or if the file has
    ///     nothing of the recipe's workflow, version or task: then it names those it has
    public static Tally read(Path file, Recipe recipe, @Nullable List<String> classes, Consumer<Extract> extracts)
            throws IOException {
        return read(file, recipe, classes, null, extracts, _ -> {});
    }

    /// Reads a file as above.
    ///
    /// @param workflows where given, an answer is what its index says under the version of its row, and is named as
    ///     the last version names it; answers that the workflow does not have are dropped and counted
    /// @param progress told now and then how many bytes of the file were read
    public static Tally read(
            Path file,
            Recipe recipe,
            @Nullable List<String> classes,
            @Nullable Workflows workflows,
            Consumer<Extract> extracts,
            LongConsumer progress)
            throws IOException {
        var export = new PanoptesExport(recipe, classes, workflows);
        var ledger = new Ledger(recipe.rows(), recipe.task());
        var unknown = new LinkedHashMap<String, Unknown>();
        try {
            ClassificationExport.read(
                    file,
                    export::read,
                    some -> {
                        ledger.add(some.ledger());
                        some.extracts().forEach(extracts);
                        some.unknown().forEach((label, where) -> count(unknown, label, where));
                    },
                    progress);
        } catch (TableException e) {
            ledger.findings().add(e.finding());
        }
        unknown.values().forEach(where -> ledger.findings().add(told(where)));
        if (ledger.findings().isEmpty()) {
            ledger.requireMatches();
        }
        ConsensusException.throwIfAny(ledger.findings());
        return Tally.of(ledger);
    }

    private static Finding told(Unknown answer) {
        var first = answer.first();
        return answer.rows() == 1
                ? first
                : new Finding(first.line(), first.column(), first.message() + " (" + answer.rows() + " rows have it)");
    }

    private static void count(Map<String, Unknown> unknown, String label, Unknown where) {
        if (unknown.size() < Findings.LIMIT || unknown.containsKey(label)) {
            unknown.merge(label, where, Unknown::plus);
        }
    }

    private Some read(ExportRows rows) {
        var some = new Some(new Ledger(recipe.rows(), recipe.task()), new ArrayList<>(), new LinkedHashMap<>());
        SelectedRows.read(rows, recipe.rows(), some.ledger(), classification -> take(classification, some));
        return some;
    }

    /// Adds the row's vote, or says why it has none.
    private @Nullable Reason take(Classification classification, Some some) {
        var answer = answers.of(classification);
        var subject = classification.subject();
        if (subject == null) {
            return Reason.NO_SUBJECT;
        }
        var volunteer = classification.volunteer();
        if (volunteer == null) {
            return Reason.ANONYMOUS;
        }
        // No switch: one over patterns is linked by a class made at run time, and that takes as long as thousands of
        // rows.
        return answer instanceof Given(var label)
                ? vote(classification, subject, volunteer, label, some)
                : ((Absent) answer).reason();
    }

    private @Nullable Reason vote(
            Classification classification, String subject, String volunteer, String given, Some some) {
        var label = given;
        var votedFor = recipe.answers().get(label);
        if (workflows != null && recipe.reading() == Reading.QUESTION) {
            var index = workflows.indexOf(recipe.rows().workflow(), classification.version(), recipe.task(), given);
            if (index.isEmpty()) {
                return Reason.UNKNOWN_ANSWER;
            }
            label = nameOf(index.getAsInt(), given);
            votedFor = recipe.answers()
                    .getOrDefault(
                            Integer.toString(index.getAsInt()), recipe.answers().getOrDefault(label, votedFor));
        }
        if (recipe.answers().isEmpty()) {
            votedFor = classes == null || classes.contains(label) ? label : null;
        }
        if (votedFor == null) {
            count(some.unknown(), label, new Unknown(classification.finding(unknown(label)), 1));
            return null;
        }
        if (votedFor.isEmpty()) {
            return Reason.ANSWER_LEFT_OUT;
        }
        some.extracts()
                .add(new Extract(
                        subject,
                        volunteer,
                        votedFor,
                        classification.createdAt(),
                        classification.id(),
                        classification.line()));
        return null;
    }

    /// An answer as the last version of the workflow names it.
    private String nameOf(int index, String given) {
        var last = workflows == null
                ? Optional.<Workflow>empty()
                : workflows.last(recipe.rows().workflow());
        var labels = last.map(workflow -> workflow.answers(recipe.task())).orElse(List.of());
        return index < labels.size() ? labels.get(index) : given;
    }

    private String unknown(String label) {
        return "the answer " + Excerpt.of(label) + " is not among "
                + (recipe.answers().isEmpty()
                        ? "the classes: " + Excerpt.list(classes == null ? List.of() : List.copyOf(classes), NAMES)
                        : "the recipe's answers: "
                                + Excerpt.list(List.copyOf(recipe.answers().keySet()), NAMES));
    }
}
