package org.voorwerp.server.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.diagnostic.ClassReport;
import org.voorwerp.scoring.diagnostic.ConfusionMatrix;
import org.voorwerp.scoring.diagnostic.Diagnostic;
import org.voorwerp.scoring.diagnostic.ReliabilityCurve;
import org.voorwerp.server.dataset.profile.ColumnProfile;
import org.voorwerp.server.dataset.profile.ColumnProfile.Categories;
import org.voorwerp.server.dataset.profile.ColumnProfile.Numbers;
import org.voorwerp.server.dataset.profile.ColumnProfile.Texts;
import org.voorwerp.server.dataset.profile.TableProfile;
import org.voorwerp.server.submission.SubmissionView;

/// What there is to look at beside a submission's scores.
///
/// @param part of the truth with which it was compared: always `public`
/// @param told whether the caller may see now how it compares; where not, only `predicted` is here
/// @param confusion left out where the task has no classes
/// @param classes precision, recall and F1 of each class; empty where there are none
/// @param reliability curves of predicted probabilities; empty where there are none
/// @param predicted what the file holds, column by column but for the ids; empty while it is being scored
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiagnosticsView(
        UUID submission,
        String part,
        boolean told,
        @Nullable ConfusionMatrix confusion,
        List<ClassReport.Line> classes,
        List<ReliabilityCurve> reliability,
        List<Predicted> predicted) {

    /// How often a column holds what.
    ///
    /// @param column its name
    /// @param start where the first bin begins; left out unless the column holds numbers
    /// @param width of each bin; 0 if all values are `start`
    /// @param counts of values in each bin; a bin holds its lower end
    /// @param labels the most frequent texts first; left out where the column holds numbers, or nothing but
    ///     different texts
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Predicted(
            String column,
            @Nullable Double start,
            @Nullable Double width,
            @Nullable List<Long> counts,
            @Nullable List<Label> labels) {

        static Predicted of(ColumnProfile column) {
            return switch (column) {
                case Numbers numbers ->
                    new Predicted(
                            numbers.name(),
                            numbers.histogram().start(),
                            numbers.histogram().width(),
                            numbers.histogram().counts(),
                            null);
                case Categories categories ->
                    new Predicted(
                            categories.name(),
                            null,
                            null,
                            null,
                            categories.values().stream()
                                    .map(value -> new Label(value.value(), value.number()))
                                    .toList());
                case Texts texts -> new Predicted(texts.name(), null, null, null, null);
            };
        }
    }

    /// How often something is predicted.
    public record Label(String label, long number) {}

    static DiagnosticsView of(
            SubmissionView submission,
            boolean told,
            List<Diagnostic> all,
            Optional<TableProfile> profile,
            String idColumn) {
        ConfusionMatrix matrix = null;
        var classes = List.<ClassReport.Line>of();
        var curves = new ArrayList<ReliabilityCurve>();
        for (var diagnostic : all) {
            switch (diagnostic) {
                case ConfusionMatrix confusion -> matrix = confusion;
                case ClassReport report -> classes = report.classes();
                case ReliabilityCurve curve -> curves.add(curve);
            }
        }
        return new DiagnosticsView(
                submission.id(),
                Part.PUBLIC.word(),
                told,
                matrix,
                classes,
                curves,
                profile.map(TableProfile::columns).orElse(List.of()).stream()
                        .filter(column -> !column.name().equals(idColumn))
                        .map(Predicted::of)
                        .toList());
    }
}
