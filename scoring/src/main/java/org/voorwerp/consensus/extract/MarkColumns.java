package org.voorwerp.consensus.extract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voorwerp.consensus.extract.DrawingExtractor.Layout;
import org.voorwerp.consensus.extract.Mark.Format;

/// Marks as columns of lists: for each frame and tool a list a number, one entry a mark.
final class MarkColumns {

    private MarkColumns() {}

    static ObjectNode of(List<Mark> marks, DrawingExtractor extractor, Answered answered) {
        var data = JsonNodeFactory.instance.objectNode();
        if (answered.isSecondFormat()) {
            data.put("classifier_version", answered.classifierVersion());
        }
        for (var mark : marks) {
            var frame = extractor.layout() == Layout.FLAT ? data : data.withObjectProperty("frame" + mark.frame());
            put(frame, mark, extractor, answered.goldStandard());
            if (extractor.layout() == Layout.FRAMES_WITH_GOLD) {
                frame.put("gold_standard", answered.goldStandard());
            }
        }
        return data;
    }

    private static void put(ObjectNode frame, Mark mark, DrawingExtractor extractor, boolean gold) {
        var prefix = mark.columnPrefix() + '_';
        switch (mark.shape()) {
            case Polyline line -> {
                list(frame, prefix + "pathX").add(array(line.x()));
                list(frame, prefix + "pathY").add(array(line.y()));
            }
            case Figure figure -> {
                double[] numbers = figure.parameters();
                for (int i = 0; i < numbers.length; i++) {
                    list(frame, prefix + figure.kind().parameters().get(i)).add(numbers[i]);
                }
            }
        }
        if (mark.format() == Format.TOOL) {
            putWithin(frame, mark, extractor, gold);
        } else {
            putApart(frame, mark, extractor, gold);
        }
    }

    private static void putWithin(ObjectNode frame, Mark mark, DrawingExtractor extractor, boolean gold) {
        if (extractor.details().containsKey(mark.columnPrefix())) {
            var details = list(frame, mark.columnPrefix() + "_details").addArray();
            mark.details().forEach(detail -> details.add(Subtask.json(detail, gold)));
        }
    }

    private static void putApart(ObjectNode frame, Mark mark, DrawingExtractor extractor, boolean gold) {
        for (int i = 0; i < mark.details().size(); i++) {
            var column = mark.columnPrefix() + "_subtask" + i;
            if (extractor.details().containsKey(column)) {
                list(frame, column).add(Subtask.json(mark.details().get(i), gold));
            }
        }
    }

    private static ArrayNode list(ObjectNode frame, String column) {
        return frame.withArrayProperty(column);
    }

    private static ArrayNode array(double[] numbers) {
        var array = JsonNodeFactory.instance.arrayNode(numbers.length);
        for (double number : numbers) {
            array.add(number);
        }
        return array;
    }
}
