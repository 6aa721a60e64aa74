package org.voorwerp.server.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.ConfiguredMetric;
import org.voorwerp.scoring.Parameter;
import org.voorwerp.server.challenge.BuildReport.Power;

/// A challenge as its participants see it.
///
/// @param state `draft` or `published`
/// @param metrics the primary one first
/// @param power which differences between submissions are more than noise, by metric and part; left out where that was
///     not worked out
/// @param pages name → Markdown
/// @param links what else there is of it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChallengeView(
        String slug,
        String title,
        String summary,
        String state,
        List<String> organisers,
        @Nullable String licence,
        @Nullable String citation,
        @Nullable Instant publishedAt,
        TaskView task,
        List<MetricView> metrics,
        List<PhaseView> phases,
        @Nullable List<Power> power,
        Map<String, String> pages,
        Links links) {

    /// A metric as the board shows it.
    ///
    /// @param key names its scores in JSON and CSV
    /// @param direction which way is better: `higher` or `lower`
    /// @param parameters as configured, defaults filled in
    /// @param weight what makes a subject count more than another, `certainty` or `votes`; absent where all count
    ///     alike
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MetricView(
            String key,
            String name,
            String title,
            String direction,
            boolean primary,
            Map<String, Object> parameters,
            @Nullable String weight) {

        /// A metric as a challenge uses it.
        public static MetricView of(ConfiguredMetric<?> metric) {
            return new MetricView(
                    metric.key(),
                    metric.metric().name(),
                    metric.title(),
                    metric.metric().direction().word(),
                    metric.primary(),
                    parameters(metric),
                    metric.weight() == null ? null : metric.weight().word());
        }

        private static Map<String, Object> parameters(ConfiguredMetric<?> metric) {
            var values = new TreeMap<String, Object>();
            for (var parameter : metric.metric().parameters()) {
                var name = parameter.name();
                values.put(
                        name,
                        switch (parameter) {
                            case Parameter.Decimal _ -> metric.parameters().decimal(name);
                            case Parameter.Whole _ -> metric.parameters().whole(name);
                            case Parameter.Choice _ -> metric.parameters().choice(name);
                            case Parameter.Words _ -> metric.parameters().words(name);
                        });
            }
            return values;
        }
    }

    /// Where to go from here.
    public record Links(String self, String files, String leaderboard, String submissions, String page) {

        static Links of(String slug) {
            var self = "/api/challenges/" + slug;
            return new Links(
                    self, self + "/files", self + "/leaderboard", self + "/submissions", "/challenges/" + slug);
        }
    }

    static ChallengeView of(Challenge challenge, List<ConfiguredMetric<?>> metrics, Instant now) {
        var definition = challenge.definition;
        var pages = new TreeMap<String, String>();
        Page.of(challenge.id).forEach(page -> pages.put(page.name, page.markdown));
        return new ChallengeView(
                challenge.slug,
                challenge.title,
                challenge.summary,
                challenge.state,
                definition.organisers(),
                definition.licence(),
                definition.citation(),
                challenge.publishedAt,
                TaskView.of(definition),
                metrics.stream().map(MetricView::of).toList(),
                challenge.phases().stream()
                        .map(phase -> PhaseView.of(phase, now))
                        .toList(),
                challenge.report.power(),
                pages,
                Links.of(challenge.slug));
    }
}
