package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.SubjectWeight;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Texts;
import org.voorwerp.scoring.Values;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.metric.catalogue.MetricUse;
import org.voorwerp.server.metric.program.ProgramSource;

/// A pack's challenge.yaml, as docs/reference/challenge.schema.json describes it. It holds the seed of the hold-out and
/// names files of the truth, so it is never sent to anybody as a whole.
@JsonNaming(KebabCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Definition(
        int voorwerp,
        String slug,
        String title,
        String summary,
        List<String> organisers,
        @Nullable String licence,
        @Nullable String citation,
        Task task,
        TruthSource truth,
        @Nullable SubjectTable subjects,
        Holdout holdout,
        List<MetricDefinition> metrics,
        @Nullable String rankBy,
        @Nullable BoardDefinition board,
        List<PhaseDefinition> phases,
        @Nullable String diagnostics,
        @Nullable List<String> baselines,
        @Nullable String entry,
        @Nullable TeamRules teams,
        Map<String, String> pages,
        @Nullable String terms) {

    /// What is predicted.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(
            String kind,
            @Nullable String id,
            @Nullable List<String> classes,
            @Nullable String column,
            @Nullable String prefix,
            @Nullable List<ValueColumn> columns,
            @Nullable Integer longest) {}

    /// A column of a values task.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ValueColumn(
            String name, @Nullable Double min, @Nullable Double max) {}

    /// Where the truth comes from: exactly one of the four.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TruthSource(
            @Nullable ClassificationSource classifications,
            @Nullable LabelSource labels,
            @Nullable VoteSource votes,
            @Nullable SolutionSource solution) {}

    /// A Zooniverse classification export.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClassificationSource(
            String file,
            long workflow,
            @Nullable String version,
            String task,
            @Nullable String extractor,
            @Nullable Map<String, String> answers,
            @Nullable String reducer,
            @Nullable Map<String, Object> parameters,
            @Nullable String repeats,
            @Nullable String anonymous,
            @Nullable String goldRows,
            @Nullable String expertRows,
            @Nullable String beforeLaunch,
            @Nullable String workflows,
            @Nullable String gold,
            @Nullable Integer minimumVotes,
            @Nullable String ties) {}

    /// A plain file of votes, one row a vote.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LabelSource(
            String file,
            @Nullable String subject,
            @Nullable String volunteer,
            @Nullable String label,
            @Nullable String reducer,
            @Nullable Map<String, Object> parameters,
            @Nullable String repeats,
            @Nullable String gold,
            @Nullable Integer minimumVotes,
            @Nullable String ties) {}

    /// A table of votes, one row a subject.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VoteSource(
            String file,
            String subject,
            @Nullable String number,
            @Nullable Map<String, String> columns,
            @Nullable String pattern,
            @Nullable List<Question> tree,
            @Nullable Integer minimumVotes,
            @Nullable String ties) {}

    /// A question of a decision tree, asked after some answers.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(String question, @Nullable List<String> after, Map<String, String> answers) {}

    /// A plain table of the truth.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SolutionSource(
            String file,
            String subject,
            Map<String, String> columns,
            @Nullable String usage) {}

    /// What else is known of the subjects.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SubjectTable(
            String file,
            String subject,
            @Nullable List<String> publish,
            @Nullable List<String> informative,
            @Nullable Images images,
            @Nullable Analysis analysis) {}

    /// Which group of subjects the attributes are analysed for: those of a class, or those whose value lies above a
    /// number.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Analysis(
            String about, @Nullable Double above, @Nullable Integer largest) {}

    /// An image a subject.
    @JsonNaming(KebabCaseStrategy.class)
    public record Images(String column, String from) {}

    /// How the test set is held out.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holdout(
            @Nullable Double fraction,
            @Nullable String group,
            @JsonProperty("public") @Nullable Double publicShare,
            long seed) {}

    /// A metric: one of the catalogue with its parameters, or a query or a program with the direction of its scores;
    /// what makes a subject count more than another, and what the metric counts where several decide.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MetricDefinition(
            String name,
            @Nullable String title,
            @Nullable Map<String, Object> parameters,
            @Nullable String sql,
            @Nullable String program,
            @Nullable String direction,
            @Nullable String weight,
            @Nullable Boolean primary,
            @Nullable Double rankWeight,
            @Nullable List<Double> scale) {

        /// The metric in the terms of the catalogue.
        MetricUse use() {
            if (sql != null) {
                return new MetricUse.Sql(name, title, wayToBetter(), sql);
            }
            return program != null
                    ? new MetricUse.Program(name, title, wayToBetter(), program)
                    : new MetricUse.Named(name, title, Objects.requireNonNullElse(parameters, Map.of()));
        }

        private Direction wayToBetter() {
            return "lower".equals(direction) ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
        }
    }

    /// How much of the public scores is told: `full`, `rounded` or `ladder`, and its step.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BoardDefinition(String rule, @Nullable Double step) {}

    /// A period with dates, quota and board.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhaseDefinition(
            String name,
            Instant starts,
            @Nullable Instant ends,
            @Nullable Instant lateUntil,
            @Nullable String part,
            @Nullable String board,
            @Nullable Boolean privateBoard,
            @Nullable Boolean carryOver,
            @Nullable Integer finals,
            @Nullable Quota quota) {}

    /// How many submissions a team may make.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Quota(
            @Nullable Integer perDay,
            @Nullable Integer total,
            @Nullable Integer atOnce,
            @Nullable Integer attempts) {}

    /// When a team is shown where its predictions went wrong: confusion matrix, reliability. That tells more of the
    /// truth
    /// than a score does.
    public enum DiagnosticsRule {
        /// Never; organisers see it all the same.
        NONE,
        /// Once no phase takes submissions any more, nor will.
        AFTER_END,
        /// As soon as there is a score, where the board tells scores as they are.
        PUBLIC;

        static DiagnosticsRule of(String word) {
            return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    /// When a team is shown where its predictions went wrong, as the pack says or by default.
    public DiagnosticsRule diagnosticsRule() {
        return diagnostics == null ? DiagnosticsRule.AFTER_END : DiagnosticsRule.of(diagnostics);
    }

    /// How people come in.
    public enum EntryRule {
        /// Everybody may take part.
        OPEN,
        /// Whoever has a link may.
        INVITATION,
        /// Whoever the organisers let in may; a link does it too.
        APPROVAL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How people come in, as the pack says or by default.
    public EntryRule entryRule() {
        return entry == null ? EntryRule.OPEN : EntryRule.valueOf(entry.toUpperCase(Locale.ROOT));
    }

    /// Who may compete together.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TeamRules(
            @Nullable Integer size, @Nullable Instant freeze) {

        private static final int SIZE = 5;

        /// How many members a team has at most.
        public int limit() {
            return Objects.requireNonNullElse(size, SIZE);
        }

        /// Whether teams stay as they are.
        public boolean isFrozenAt(Instant time) {
            return freeze != null && !time.isBefore(freeze);
        }
    }

    /// Who may compete together, as the pack says or by default.
    public TeamRules teamRules() {
        return Objects.requireNonNullElse(teams, new TeamRules(null, null));
    }

    /// The name of the id column in all published files.
    public String idColumn() {
        return Objects.requireNonNullElse(task.id(), "id");
    }

    /// What is predicted, for the scoring library.
    ///
    /// @throws IllegalArgumentException if the kind is unknown
    public TaskKind taskKind() {
        return switch (task.kind()) {
            case "labels" ->
                new Labels(Objects.requireNonNullElse(task.column(), "label"), Objects.requireNonNull(task.classes()));
            case "probabilities" ->
                new Probabilities(
                        Objects.requireNonNullElse(task.prefix(), "p_"), Objects.requireNonNull(task.classes()));
            case "values" ->
                new Values(Objects.requireNonNull(task.columns()).stream()
                        .map(column -> new NumberColumn(
                                column.name(),
                                Objects.requireNonNullElse(column.min(), Double.NEGATIVE_INFINITY),
                                Objects.requireNonNullElse(column.max(), Double.POSITIVE_INFINITY)))
                        .toList());
            case "texts" ->
                new Texts(
                        Objects.requireNonNullElse(task.column(), "text"),
                        Objects.requireNonNullElse(task.longest(), Texts.LONGEST));
            default -> throw new IllegalArgumentException("there is no task kind " + task.kind());
        };
    }

    /// The metrics in the order of the board's columns, the primary one first.
    ///
    /// @param programs where the program in a folder of the pack is
    /// @throws IllegalArgumentException as [Catalogue#configure]
    public List<ConfiguredMetric<?>> configuredMetrics(Catalogue catalogue, Function<String, ProgramSource> programs) {
        var kind = taskKind();
        var keys = metricKeys();
        var configured = new ArrayList<ConfiguredMetric<?>>();
        for (int i = 0; i < metrics.size(); i++) {
            boolean primary =
                    metrics.size() == 1 || Boolean.TRUE.equals(metrics.get(i).primary());
            var metric = catalogue.configure(kind, metrics.get(i).use(), keys.get(i), primary, programs);
            var weight = metrics.get(i).weight();
            configured.add(
                    primary ? 0 : configured.size(), metric.weighted(weight == null ? null : SubjectWeight.of(weight)));
        }
        return List.copyOf(configured);
    }

    /// What names the scores of each metric, in the order of challenge.yaml: its name, numbered from the second on.
    public List<String> metricKeys() {
        var keys = new LinkedHashSet<String>();
        for (var metric : metrics) {
            var key = metric.name();
            for (int number = 2; !keys.add(key); number++) {
                key = metric.name() + "-" + number;
            }
        }
        return List.copyOf(keys);
    }

    /// The folders of programs that metrics name, each once.
    public List<String> programs() {
        return metrics.stream()
                .map(MetricDefinition::program)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /// The same with other metrics.
    Definition with(List<MetricDefinition> others, @Nullable String ranking) {
        return new Definition(
                voorwerp,
                slug,
                title,
                summary,
                organisers,
                licence,
                citation,
                task,
                truth,
                subjects,
                holdout,
                others,
                ranking,
                board,
                phases,
                diagnostics,
                baselines,
                entry,
                teams,
                pages,
                terms);
    }
}
