package org.voorwerp.consensus.panoptes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.panoptes.Annotations.Absent;
import org.voorwerp.consensus.panoptes.Annotations.Answer;
import org.voorwerp.consensus.panoptes.Annotations.Given;
import org.voorwerp.table.CellBytes;

/// Finds the answer to a question in a cell of annotations that is plain, see [PlainJson], as [Annotations] would find
/// it.
final class PlainAnnotations {

    private static final byte[] TASK = PlainJson.ascii("task");
    private static final byte[] VALUE = PlainJson.ascii("value");

    private final PlainJson json;
    private final String task;
    private final List<String> keys = new ArrayList<>(4);
    private @Nullable Answer answer;

    private PlainAnnotations(PlainJson json, String task) {
        this.json = json;
        this.task = task;
    }

    /// The first answer to a task, also within a combined one.
    ///
    /// @param cell in UTF-8
    /// @param seen told the key of every task on the way, if the cell is plain
    /// @return null if it is not
    static @Nullable Answer answer(CellBytes cell, String task, Consumer<String> seen) {
        var json = new PlainJson(cell);
        var scan = new PlainAnnotations(json, task);
        if (json.next() != '[') {
            return null;
        }
        scan.list();
        if (!json.isPlainToTheEnd()) {
            return null;
        }
        scan.keys.forEach(seen);
        return scan.answer == null ? new Absent(Reason.NO_ANSWER) : scan.answer;
    }

    private void list() {
        for (boolean more = json.open(']'); more; more = json.more(']')) {
            if (json.next() == '{' && answer == null) {
                annotation();
            } else {
                json.skip();
            }
        }
    }

    private void annotation() {
        String key = null;
        boolean valued = false;
        for (boolean more = json.open('}'); more; more = json.more('}')) {
            json.name();
            boolean isTask = json.isText(TASK);
            boolean isValue = json.isText(VALUE);
            json.colon();
            if (key == null && isTask && json.next() == '"') {
                json.string();
                key = json.text();
                keys.add(key);
            } else if (key != null && answer == null && isValue) {
                valued = true;
                value(key);
            } else {
                json.skip();
            }
        }
        if (task.equals(key) && !valued) {
            answer = new Absent(Reason.NO_ANSWER);
        }
    }

    private void value(String key) {
        int first = json.next();
        if (key.equals(task)) {
            answer = first == '[' ? only() : first == '{' ? noQuestion() : scalar();
        } else if (first == '[') {
            list();
        } else {
            json.skip();
        }
    }

    private Answer noQuestion() {
        json.skip();
        return new Absent(Reason.NO_QUESTION);
    }

    /// The answer within a list of one.
    private Answer only() {
        Answer only = new Absent(Reason.NO_ANSWER);
        boolean isScalar = false;
        int count = 0;
        for (boolean more = json.open(']'); more; more = json.more(']')) {
            int first = json.next();
            if (count++ > 0) {
                json.skip();
            } else if (first == '[' || first == '{') {
                only = noQuestion();
            } else {
                isScalar = true;
                only = scalar();
            }
        }
        return count > 1 && isScalar ? new Absent(Reason.SEVERAL_ANSWERS) : only;
    }

    private Answer scalar() {
        int first = json.next();
        String text;
        if (first == '"') {
            json.string();
            text = json.text().strip();
        } else {
            text = json.literal();
        }
        return text.isEmpty() || first == 'n' ? new Absent(Reason.NO_ANSWER) : new Given(text);
    }
}
