package org.voorwerp.server.leaderboard.standing;

/// What was said of public scores. Submissions withdrawn or disqualified since count too: what was told stays told.
/// Those to phases whose board is hidden while they run do not: this is shown on others' boards in the meantime.
///
/// @param asked submissions for which the board's rule had an answer, be it that one is no better
/// @param told scores told
public record Tally(long asked, long told) {

    /// Nothing.
    public static final Tally NONE = new Tally(0, 0);

    static Tally of(TeamFold fold) {
        return new Tally(fold.answered(), fold.told());
    }

    /// Both together.
    public Tally plus(Tally other) {
        return new Tally(asked + other.asked, told + other.told);
    }

    /// This without the other, which was part of it.
    Tally minus(Tally other) {
        return new Tally(asked - other.asked, told - other.told);
    }
}
