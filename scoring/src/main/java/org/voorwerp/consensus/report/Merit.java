package org.voorwerp.consensus.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.voorwerp.consensus.merit.FigureOfMerit;

/// How good one volunteer is.
///
/// @param volunteer as the votes name them, or a number where names are not told
/// @param others agreement with the plurality of all others
/// @param gold agreement with the gold standard
/// @param accuracy by a model, the probability that a vote is right
/// @param bits by the same model, what a vote tells of a subject
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Merit(
        String volunteer,
        int votes,
        @Nullable Rate others,
        @Nullable Rate gold,
        @Nullable Rate accuracy,
        @Nullable Rate bits) {

    static Merit of(FigureOfMerit figure, String name, @Nullable String model) {
        var skill = model == null ? null : figure.skills().get(model);
        var information = skill == null ? null : skill.information();
        return new Merit(
                name,
                figure.votes(),
                Rate.of(figure.others()),
                Rate.of(figure.gold()),
                skill == null ? null : Rate.of(skill.accuracy(), skill.interval(), skill.votes()),
                information == null ? null : Rate.of(information.bits(), information.interval(), figure.votes()));
    }
}
