package org.voorwerp.consensus.program;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.voorwerp.consensus.reduce.Reducers;
import org.voorwerp.consensus.reduce.SubjectReducer;

/// The reducers of panoptes_aggregation, what they reduce, and what can be set.
final class ReducerNames {

    /// Reducer → the extractor that makes what it reduces.
    private static final Map<String, String> EXTRACTORS = Map.ofEntries(
            Map.entry("question_reducer", "question_extractor"),
            Map.entry("question_consensus_reducer", "question_extractor"),
            Map.entry("votes_reducer", "question_extractor"),
            Map.entry("stats_reducer", "question_extractor"),
            Map.entry("dropdown_reducer", "dropdown_extractor"),
            Map.entry("slider_reducer", "slider_extractor"),
            Map.entry("survey_reducer", "survey_extractor"),
            Map.entry("text_reducer", "text_extractor"),
            Map.entry("poly_line_text_reducer", "poly_line_text_extractor"),
            Map.entry("optics_line_text_reducer", "line_text_extractor"),
            Map.entry("point_reducer", "point_extractor"),
            Map.entry("point_reducer_dbscan", "point_extractor_by_frame"),
            Map.entry("point_reducer_hdbscan", "point_extractor_by_frame"),
            Map.entry("rectangle_reducer", "rectangle_extractor"),
            Map.entry("polygon_reducer", "polygon_extractor"),
            Map.entry("shape_reducer_dbscan", "shape_extractor"),
            Map.entry("shape_reducer_optics", "shape_extractor"),
            Map.entry("shape_reducer_hdbscan", "shape_extractor"),
            Map.entry("marks_reducer", "shape_extractor"));

    private static final Set<String> SETTINGS = Set.of(
            "pairs",
            "track_user_ids",
            "shape",
            "eps",
            "eps_t",
            "min_samples",
            "min_cluster_size",
            "xi",
            "allow_single_cluster",
            "metric_type",
            "symmetric",
            "estimate_average",
            "one_mark_a_volunteer",
            "eps_slope",
            "eps_line",
            "eps_word",
            "gutter_tol",
            "dot_freq",
            "min_word_count",
            "process_by_line",
            "low_consensus_threshold",
            "angle_eps",
            "gutter_eps",
            "min_line_length");

    private ReducerNames() {}

    static boolean has(String name) {
        return EXTRACTORS.containsKey(name);
    }

    static String extractorFor(String reducer) {
        return EXTRACTORS.getOrDefault(reducer, "question_extractor");
    }

    static SubjectReducer of(String name, Map<String, String> settings) {
        for (var setting : settings.keySet()) {
            if (!SETTINGS.contains(setting)) {
                throw new Failure("--set: no reducer has a setting " + setting + "; there are "
                        + String.join(", ", new TreeSet<>(SETTINGS)));
            }
        }
        try {
            return Reducers.of(name, Settings.json(settings)).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new Failure(name + ": " + e.getMessage());
        }
    }

    /// All of them, for a message.
    static String all() {
        return String.join(", ", new TreeSet<>(EXTRACTORS.keySet()));
    }
}
