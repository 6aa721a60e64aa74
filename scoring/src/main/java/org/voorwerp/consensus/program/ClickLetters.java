package org.voorwerp.consensus.program;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.voorwerp.consensus.ConsensusException;
import org.voorwerp.consensus.Tally;
import org.voorwerp.consensus.extract.AncientLives;
import org.voorwerp.consensus.letter.Click;
import org.voorwerp.consensus.letter.Letter;
import org.voorwerp.consensus.letter.LetterRecipe;
import org.voorwerp.consensus.letter.LetterReducer;
import org.voorwerp.consensus.panoptes.Reason;
import org.voorwerp.consensus.reduce.Reduction;
import org.voorwerp.consensus.reduce.Reduction.Reduced;
import org.voorwerp.consensus.reduce.Reduction.Refused;

/// Makes letters of the clicks of Ancient Lives, one row a letter.
final class ClickLetters {

    static final String REDUCER = "letter_reducer";
    private static final String TASK = "character";

    private final ConsensusCommand command;
    private final Progress progress;

    ClickLetters(ConsensusCommand command, Progress progress) {
        this.command = command;
        this.progress = progress;
    }

    Outcome run(Path output) throws IOException {
        var recipe = recipe();
        var fragments = new TreeMap<String, List<Click>>();
        var volunteers = new HashSet<String>();
        progress.begin("reading");
        var read = AncientLives.read(command.file, marks -> {
            fragments.computeIfAbsent(marks.subject(), _ -> new ArrayList<>()).addAll(Click.of(marks));
            volunteers.add(marks.volunteer());
        });
        ConsensusException.throwIfAny(read.findings());
        var rows = Tally.all(read.read()).without(Reason.DUPLICATE.words(), read.twice());
        if (fragments.isEmpty()) {
            throw ConsensusException.of("the file has no clicks");
        }
        if (volunteers.size() == 1 && !command.oneVolunteer) {
            throw ConsensusException.of(
                    "all clicks are by one volunteer, " + volunteers.iterator().next() + ": no letter is agreed on");
        }
        progress.begin("finding letters");
        var reduced = new ArrayList<Reduced>();
        var refused = new ArrayList<Refused>();
        int done = 0;
        for (var fragment : fragments.entrySet()) {
            progress.at(++done, fragments.size(), "fragments");
            try {
                for (var letter : new LetterReducer(recipe).reduce(fragment.getValue())) {
                    reduced.add(new Reduced(fragment.getKey(), "", TASK, data(letter)));
                }
            } catch (IllegalArgumentException e) {
                refused.add(new Refused(fragment.getKey(), TASK, String.valueOf(e.getMessage())));
            }
        }
        progress.begin("writing");
        var metadata = Metadata.read(command.subjects);
        Reduction.write(output, REDUCER, reduced, metadata.columns(), metadata::of);
        return new Outcome(
                recipe,
                rows,
                reduced.size(),
                refused.isEmpty() ? Map.of() : Map.of("cannot be reduced", refused.size()),
                refused,
                List.of(),
                null,
                ReducedFigures.of(
                        reduced, fragments.values().stream().map(List::size).toList()));
    }

    private LetterRecipe recipe() {
        var settings = Settings.json(command.settings);
        settings.fieldNames().forEachRemaining(name -> {
            if (!name.equals("radius") && !name.equals("volunteers")) {
                throw new Failure("--set: letters have the settings radius and volunteers, not " + name);
            }
        });
        var usual = LetterRecipe.defaults();
        try {
            return new LetterRecipe(
                    settings.path("radius").asDouble(usual.radius()),
                    settings.path("volunteers").asInt(usual.volunteers()));
        } catch (IllegalArgumentException e) {
            throw new Failure("--set: " + e.getMessage());
        }
    }

    private static ObjectNode data(Letter letter) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("x", letter.x());
        data.put("y", letter.y());
        data.put("character", letter.character());
        data.put("volunteers", letter.volunteers());
        data.put("share", letter.share());
        data.put("agreement", letter.agreement());
        if (!Double.isNaN(letter.spread())) {
            data.put("spread", letter.spread());
        }
        if (letter.tied().size() > 1) {
            letter.tied().forEach(data.withArrayProperty("tied")::add);
        }
        var votes = data.putArray("votes").addObject();
        letter.votes().forEach(votes::put);
        return data;
    }
}
