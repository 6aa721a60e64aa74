package org.voorwerp.server.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A column of a published table.
///
/// @param type what its cells hold; an empty cell holds nothing
/// @param role what it is for
/// @param of the class whose vote fraction it is, or the column predicted; null for others
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetColumn(
        String name, Type type, Role role, @Nullable String of) {

    /// What cells hold.
    public enum Type {
        TEXT,
        /// Whole numbers of at most 18 digits.
        INTEGER,
        /// Finite numbers, as double precision holds them.
        DECIMAL
    }

    /// What a column is for.
    public enum Role {
        /// The subject's published id.
        ID,
        /// Published of the subject by the organisers.
        ATTRIBUTE,
        /// The volunteers' consensus.
        TRUTH,
        /// The share of the votes for one class.
        FRACTION,
        /// How many votes stand behind the truth.
        VOTES
    }

    /// What it holds, in a sentence.
    public String description() {
        return switch (role) {
            case ID -> "The subject's id in this challenge.";
            case ATTRIBUTE -> "What the organisers publish of the subject as " + name + ".";
            case TRUTH -> "The volunteers' consensus.";
            case FRACTION -> "The share of volunteers who voted for " + of + ".";
            case VOTES -> "How many votes stand behind the consensus.";
        };
    }
}
