package org.voorwerp.consensus.reduce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.cluster.Clusterer;
import org.voorwerp.consensus.cluster.Dbscan;
import org.voorwerp.consensus.cluster.Hdbscan;
import org.voorwerp.consensus.cluster.Optics;
import org.voorwerp.consensus.extract.ShapeKind;
import org.voorwerp.consensus.marks.ConsensusColumns.Naming;
import org.voorwerp.consensus.marks.MarkRecipe;
import org.voorwerp.consensus.marks.MarkRecipe.Average;
import org.voorwerp.consensus.marks.MarkRecipe.Metric;
import org.voorwerp.consensus.marks.MarkRecipe.Order;
import org.voorwerp.consensus.marks.MarkRecipe.Repeats;
import org.voorwerp.consensus.text.line.OpticsLineRecipe;
import org.voorwerp.consensus.text.line.OpticsLineReducer;
import org.voorwerp.consensus.text.line.PolyLineRecipe;
import org.voorwerp.consensus.text.line.PolyLineReducer;

/// The reducers of marks and of text, by the names and settings of a panoptes_aggregation configuration, and
/// `marks_reducer`: DBSCAN with one mark a volunteer a cluster and with the columns that only we have. The setting
/// `one_mark_a_volunteer` switches both on or off for any of them.
final class MarkReducers {

    private MarkReducers() {}

    /// @return null where there is none of that name
    /// @throws IllegalArgumentException if a setting cannot be
    static @Nullable SubjectReducer of(String name, JsonNode settings) {
        return switch (name) {
            case "text_reducer" -> new TextsReducer();
            case "poly_line_text_reducer" ->
                new LinesReducer(name, new PolyLineReducer(poly(settings))::reduce, lowConsensus(settings));
            case "optics_line_text_reducer" ->
                new LinesReducer(name, new OpticsLineReducer(optics(settings))::reduce, lowConsensus(settings));
            case "point_reducer", "point_reducer_dbscan", "point_reducer_hdbscan" ->
                drawing(name, ShapeKind.POINT, clusterer(name, settings, 5, 3), settings, Naming.POINTS);
            case "rectangle_reducer" ->
                drawing(name, ShapeKind.RECTANGLE, clusterer(name, settings, 5, 3), settings, Naming.RECTANGLES);
            case "polygon_reducer" ->
                drawing(name, ShapeKind.POLYGON, clusterer(name, settings, 0.5, 2), settings, Naming.SHAPE);
            case "shape_reducer_dbscan", "shape_reducer_optics", "shape_reducer_hdbscan", "marks_reducer" ->
                drawing(name, shape(settings), clusterer(name, settings, 5, 3), settings, Naming.SHAPE);
            default -> null;
        };
    }

    private static DrawingReducer drawing(
            String name, ShapeKind kind, Clusterer clusterer, JsonNode settings, Naming naming) {
        boolean own = settings.path("one_mark_a_volunteer").asBoolean(name.equals("marks_reducer"));
        var recipe = new MarkRecipe(
                clusterer,
                settings.path("metric_type").asText().equalsIgnoreCase("IoU") ? Metric.OVERLAP : Metric.EUCLIDEAN,
                settings.path("symmetric").asBoolean(own),
                settings.path("estimate_average").asBoolean() ? Average.MEMBER : Average.BEST,
                settings.path("eps_t").asDouble(0.5),
                own ? Repeats.ONE_A_CLUSTER : Repeats.ALL,
                own ? Order.BY_PLACE : Order.AS_READ);
        return new DrawingReducer(name, kind, recipe, naming, name.equals("point_reducer"), own);
    }

    private static Clusterer clusterer(String name, JsonNode settings, double radius, int volunteers) {
        int minimum = settings.path("min_samples").asInt(volunteers);
        if (name.endsWith("optics")) {
            return new Optics(
                    minimum,
                    settings.path("min_cluster_size").asInt(2),
                    settings.path("xi").asDouble(0.15));
        }
        if (name.endsWith("hdbscan")) {
            return new Hdbscan(
                    settings.path("min_cluster_size").asInt(5),
                    minimum,
                    settings.path("allow_single_cluster").asBoolean());
        }
        return new Dbscan(settings.path("eps").asDouble(radius), minimum);
    }

    private static ShapeKind shape(JsonNode settings) {
        var word = settings.path("shape").asText();
        return ShapeKind.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        word.isEmpty() ? "shape must say which shape is reduced" : "there is no shape " + word));
    }

    private static double lowConsensus(JsonNode settings) {
        return settings.path("low_consensus_threshold").asDouble(3);
    }

    private static PolyLineRecipe poly(JsonNode settings) {
        var defaults = PolyLineRecipe.defaults();
        var dots = settings.path("dot_freq").asText("word").toUpperCase(Locale.ROOT);
        return new PolyLineRecipe(
                settings.path("eps_slope").asDouble(defaults.slopeRadius()),
                settings.path("eps_line").asDouble(defaults.lineRadius()),
                settings.path("eps_word").asDouble(defaults.wordRadius()),
                settings.path("gutter_tol").asDouble(defaults.gutterTolerance()),
                settings.path("min_samples").asInt(defaults.minimum()),
                PolyLineRecipe.Dots.valueOf(dots),
                settings.path("min_word_count").asInt(defaults.leastWords()),
                settings.path("process_by_line").asBoolean());
    }

    private static OpticsLineRecipe optics(JsonNode settings) {
        var defaults = OpticsLineRecipe.defaults();
        return new OpticsLineRecipe(
                settings.path("min_samples").isIntegralNumber()
                        ? OptionalInt.of(settings.path("min_samples").intValue())
                        : OptionalInt.empty(),
                settings.path("xi").asDouble(defaults.xi()),
                settings.path("angle_eps").asDouble(defaults.angleRadius()),
                settings.path("gutter_eps").asDouble(defaults.gutterRadius()),
                settings.path("min_line_length").asDouble(defaults.shortest()));
    }
}
