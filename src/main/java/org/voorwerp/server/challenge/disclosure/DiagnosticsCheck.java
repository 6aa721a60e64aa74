package org.voorwerp.server.challenge.disclosure;

import jakarta.inject.Singleton;
import java.util.List;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.Definition.DiagnosticsRule;
import org.voorwerp.server.challenge.PublicationCheck;

/// A confusion matrix says how many were right, and so the score as it is.
@Singleton
class DiagnosticsCheck implements PublicationCheck {

    private final Challenges challenges;

    DiagnosticsCheck(Challenges challenges) {
        this.challenges = challenges;
    }

    @Override
    public List<String> obstacles(Challenge challenge) {
        var metrics = challenges.metrics(challenge);
        return obstacles(challenge.definition, Disclosure.of(challenge, challenge.definition, metrics));
    }

    static List<String> obstacles(Definition definition, Disclosure disclosure) {
        return definition.diagnosticsRule() == DiagnosticsRule.PUBLIC && !disclosure.isFull()
                ? List.of(
                        "diagnostics: public tells public scores exactly, which the board's rule does not. Say after-end,"
                                + " or board: {rule: full}.")
                : List.of();
    }
}
