package org.voorwerp.challenges.crowd;

import java.util.ArrayList;
import java.util.List;
import org.voorwerp.challenges.chance.Chance;

/// How a volunteer comes to an answer: looks or does not, is misled by damage or is not, mixes up look-alikes or does
/// not, slips or does not.
record Answering(Question question) {

    int answer(Volunteer volunteer, Subject subject, Chance chance) {
        if (chance.happens(volunteer.careless())) {
            return chance.below(question.answers().size());
        }
        if (chance.happens(subject.difficulty())) {
            return misled(subject, chance);
        }
        if (chance.happens(volunteer.confusion())) {
            var others = sameGroup(subject.truth());
            if (!others.isEmpty()) {
                return others.get(chance.below(others.size()));
            }
        }
        return chance.happens(volunteer.skill()) ? subject.truth() : slip(subject.truth(), chance);
    }

    /// The damage suggests one wrong answer to most, and anything to the rest.
    private int misled(Subject subject, Chance chance) {
        double way = chance.uniform();
        if (way < 0.6) {
            return subject.mistaken();
        }
        return way < 0.8
                ? slip(subject.truth(), chance)
                : chance.below(question.answers().size());
    }

    private int slip(int truth, Chance chance) {
        var near = question.confusable().get(truth);
        return near.isEmpty() || chance.happens(0.3)
                ? chance.below(question.answers().size())
                : near.get(chance.below(near.size()));
    }

    private List<Integer> sameGroup(int truth) {
        var others = new ArrayList<Integer>();
        for (var group : question.groups()) {
            if (group.contains(truth)) {
                group.stream().filter(answer -> answer != truth).forEach(others::add);
            }
        }
        return others;
    }
}
