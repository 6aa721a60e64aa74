package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Labels;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.PredictionColumn.NumberColumn;
import org.voorwerp.scoring.Probabilities;
import org.voorwerp.scoring.SubjectWeight;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.scoring.Values;

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
        List<MetricUse> metrics,
        @Nullable String rankBy,
        List<PhaseDefinition> phases,
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
            @Nullable List<ValueColumn> columns) {}

    /// A column of a values task.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ValueColumn(
            String name, @Nullable Double min, @Nullable Double max) {}

    /// Where the truth comes from: exactly one of the three.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TruthSource(
            @Nullable ClassificationSource classifications,
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
            @Nullable Map<String, String> answers,
            @Nullable String reducer,
            @Nullable String repeats,
            @Nullable String anonymous,
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
            @Nullable Images images) {}

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

    /// A metric, its parameters, what makes a subject count more than another, and what it counts where several decide.
    @JsonNaming(KebabCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MetricUse(
            String name,
            @Nullable String title,
            @Nullable Map<String, Object> parameters,
            @Nullable String weight,
            @Nullable Boolean primary,
            @Nullable Double rankWeight,
            @Nullable List<Double> scale) {}

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
            default -> throw new IllegalArgumentException("there is no task kind " + task.kind());
        };
    }

    /// The metrics in the order of the board's columns, the primary one first.
    ///
    /// @throws IllegalArgumentException as [Metrics#configure]
    public List<ConfiguredMetric<?>> configuredMetrics(Metrics catalogue) {
        var kind = taskKind();
        var keys = metricKeys();
        var configured = new ArrayList<ConfiguredMetric<?>>();
        for (int i = 0; i < metrics.size(); i++) {
            var use = metrics.get(i);
            var key = keys.get(i);
            boolean primary = metrics.size() == 1 || Boolean.TRUE.equals(use.primary());
            var parameters = Objects.requireNonNullElse(use.parameters(), Map.<String, Object>of());
            var metric = catalogue.configure(kind, use.name(), key, use.title(), parameters, primary);
            var weight = use.weight() == null ? null : SubjectWeight.of(use.weight());
            configured.add(primary ? 0 : configured.size(), metric.weighted(weight));
        }
        return List.copyOf(configured);
    }

    /// The same with other metrics.
    Definition with(List<MetricUse> others, @Nullable String ranking) {
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
                phases,
                baselines,
                entry,
                teams,
                pages,
                terms);
    }

    /// What names each metric's scores, in the order of `metrics`.
    public List<String> metricKeys() {
        var seen = new HashMap<String, Integer>();
        var keys = new ArrayList<String>();
        for (var use : metrics) {
            int number = seen.merge(use.name(), 1, Integer::sum);
            keys.add(number == 1 ? use.name() : use.name() + "-" + number);
        }
        return keys;
    }
}
