package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.extract.DrawingExtractor.Layout;

/// The extractors by the names and settings of a panoptes_aggregation configuration.
public final class Extractors {

    private static final String SHAPE = "shape_extractor";

    private Extractors() {}

    /// The extractor of a name; empty where there is none of it.
    ///
    /// @param settings `tools`, `shape`, `details` and `dot_freq` as configurations have them
    public static Optional<Extractor> of(String name, JsonNode settings) {
        return Optional.ofNullable(
                switch (name) {
                    case "question_extractor", "shortcut_extractor" -> new QuestionExtractor();
                    case "dropdown_extractor" -> new DropdownExtractor();
                    case "survey_extractor" -> new SurveyExtractor();
                    case "slider_extractor" -> new SliderExtractor();
                    case "text_extractor" -> new TextExtractor();
                    case "point_extractor" -> drawing(name, ShapeKind.POINT, settings, Layout.FLAT);
                    case "point_extractor_by_frame" -> drawing(name, ShapeKind.POINT, settings, Layout.FRAMES);
                    case "rectangle_extractor" -> drawing(name, ShapeKind.RECTANGLE, settings, Layout.FRAMES);
                    case "polygon_extractor" -> drawing(name, ShapeKind.POLYGON, settings, Layout.FRAMES_WITH_GOLD);
                    case "bezier_extractor" -> drawing(name, ShapeKind.BEZIER, settings, Layout.FRAMES);
                    case "line_text_extractor" -> new TextLineExtractor(name, false, tools(settings));
                    case "poly_line_text_extractor" ->
                        new TextLineExtractor(
                                name, settings.path("dot_freq").asText("word").equals("word"), tools(settings));
                    default -> shape(name, settings);
                });
    }

    /// `shape_extractor` with its shape among the settings, or `shape_extractor_rectangle`.
    private static @Nullable Extractor shape(String name, JsonNode settings) {
        if (!name.startsWith(SHAPE)) {
            return null;
        }
        var word = name.equals(SHAPE) ? settings.path("shape").asText() : name.substring(SHAPE.length() + 1);
        return ShapeKind.of(word)
                .map(kind -> drawing(name, kind, settings, Layout.FRAMES))
                .orElse(null);
    }

    private static DrawingExtractor drawing(String name, ShapeKind kind, JsonNode settings, Layout layout) {
        return new DrawingExtractor(name, kind, tools(settings), Subtask.all(settings.path("details")), layout);
    }

    private static Set<Integer> tools(JsonNode settings) {
        var tools = new HashSet<Integer>();
        settings.path("tools").forEach(tool -> tools.add(tool.asInt()));
        return Set.copyOf(tools);
    }
}
