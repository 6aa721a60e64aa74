package org.voorwerp.consensus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.Annotations.Absent;
import org.voorwerp.consensus.panoptes.Annotations.Given;
import org.voorwerp.consensus.panoptes.Classification;
import org.voorwerp.consensus.panoptes.ClassificationExport;
import org.voorwerp.consensus.panoptes.ExportRows;
import org.voorwerp.consensus.panoptes.Ledger;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.panoptes.SelectedRows;
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

    private PanoptesExport(Recipe recipe, @Nullable List<String> classes) {
        this.recipe = recipe;
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
        return read(file, recipe, classes, extracts, _ -> {});
    }

    /// @param progress told now and then how many bytes of the file were read
    public static Tally read(
            Path file,
            Recipe recipe,
            @Nullable List<String> classes,
            Consumer<Extract> extracts,
            LongConsumer progress)
            throws IOException {
        var export = new PanoptesExport(recipe, classes);
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
                : new Finding(
                        first.line(), first.column(), first.message() + " (" + answer.rows() + " rows have it)");
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
        var answer = classification.answer(recipe.task());
        var subject = classification.subject();
        if (subject == null) {
            return Reason.NO_SUBJECT;
        }
        var volunteer = classification.volunteer();
        if (volunteer == null) {
            return Reason.ANONYMOUS;
        }
        return switch (answer) {
            case Absent(var why) -> why;
            case Given(var label) -> {
                var votedFor = recipe.answers().isEmpty() ? label : recipe.answers().get(label);
                if (votedFor == null || recipe.answers().isEmpty() && classes != null && !classes.contains(label)) {
                    count(
                            some.unknown(),
                            label,
                            new Unknown(classification.finding(unknown(label)), 1));
                    yield null;
                }
                if (votedFor.isEmpty()) {
                    yield Reason.ANSWER_LEFT_OUT;
                }
                some.extracts()
                        .add(new Extract(
                                subject,
                                volunteer,
                                votedFor,
                                classification.createdAt(),
                                classification.id(),
                                classification.line()));
                yield null;
            }
        };
    }

    private String unknown(String label) {
        return "the answer " + Excerpt.of(label) + " is not among "
                + (recipe.answers().isEmpty()
                        ? "the classes: " + Excerpt.list(classes == null ? List.of() : List.copyOf(classes), NAMES)
                        : "the recipe's answers: "
                                + Excerpt.list(List.copyOf(recipe.answers().keySet()), NAMES));
    }
}
