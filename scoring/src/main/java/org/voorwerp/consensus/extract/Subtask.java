package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the answers to a drawing tool's subtasks are read.
public enum Subtask {
    QUESTION("question_extractor"),
    DROPDOWN("dropdown_extractor"),
    TEXT("text_extractor"),
    SLIDER("slider_extractor"),
    /// Nobody said how: it is left as unread.
    OTHER("");

    private static final String UNREAD = "No extractor for this subtask type";

    private final String extractor;

    Subtask(String extractor) {
        this.extractor = extractor;
    }

    /// The subtask read by the extractor of that name.
    public static Subtask of(String extractor) {
        for (var subtask : values()) {
            if (subtask.extractor.equals(extractor)) {
                return subtask;
            }
        }
        return OTHER;
    }

    /// By the type that the second front end writes, such as `single`.
    static Subtask ofType(String type) {
        return switch (type) {
            case "single", "multiple" -> QUESTION;
            case "dropdown", "dropdown-simple" -> DROPDOWN;
            case "text" -> TEXT;
            case "slider" -> SLIDER;
            default -> OTHER;
        };
    }

    /// @param answer holds a `value`
    Detail read(JsonNode answer) {
        var value = answer.path("value");
        return switch (this) {
            case QUESTION -> new Detail.Chosen(counts(QuestionExtractor.votes(value)));
            case DROPDOWN -> {
                var lists = new ArrayList<Map<String, Integer>>();
                DropdownExtractor.chosen(value).get("value").forEach(list -> lists.add(counts(list)));
                yield new Detail.Selected(lists);
            }
            case TEXT -> new Detail.Written(value.isNull() ? "" : value.asText());
            case SLIDER -> {
                var slid = SliderExtractor.value(value);
                yield slid.isPresent() ? new Detail.Slid(slid.getAsDouble()) : new Detail.Unread();
            }
            case OTHER -> new Detail.Unread();
        };
    }

    private static Map<String, Integer> counts(JsonNode votes) {
        var counts = new LinkedHashMap<String, Integer>();
        votes.properties()
                .forEach(vote -> counts.put(vote.getKey(), vote.getValue().intValue()));
        return counts;
    }

    /// A detail as panoptes_aggregation writes it.
    static JsonNode json(Detail detail, boolean goldStandard) {
        var nodes = JsonNodeFactory.instance;
        return switch (detail) {
            case Detail.Chosen(var votes) -> json(votes);
            case Detail.Selected(var lists) -> {
                var data = nodes.objectNode();
                var array = data.putArray("value");
                lists.forEach(list -> array.add(json(list)));
                yield data;
            }
            case Detail.Written(var text) ->
                nodes.objectNode().put("text", text).put("gold_standard", goldStandard);
            case Detail.Slid(var value) -> nodes.objectNode().put("slider_value", value);
            case Detail.Unread() -> nodes.textNode(UNREAD);
        };
    }

    private static ObjectNode json(Map<String, Integer> votes) {
        var data = JsonNodeFactory.instance.objectNode();
        votes.forEach(data::put);
        return data;
    }

    /// Which subtasks are read how, by the names of a panoptes_aggregation configuration: `T0_tool0` → a list of
    /// extractors, or `T0_toolIndex0_subtask1` → one.
    public static Map<String, List<Subtask>> all(JsonNode details) {
        var all = new HashMap<String, List<Subtask>>();
        details.properties().forEach(entry -> {
            var extractors = new ArrayList<Subtask>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(name -> extractors.add(of(name.asText(""))));
            } else {
                extractors.add(of(entry.getValue().asText("")));
            }
            all.put(entry.getKey(), extractors);
        });
        return all;
    }
}
