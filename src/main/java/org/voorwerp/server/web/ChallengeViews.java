package org.voorwerp.server.web;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Page;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.challenge.Team;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.web.text.Markdown;

/// Challenges as pages show them. Of the definition only what is named here goes out: it also holds the seed of the
/// hold-out.
@ApplicationScoped
public class ChallengeViews {

    private final EntityManager database;
    private final Clock clock;

    ChallengeViews(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A phase as the rules list it.
    ///
    /// @param board what its board shows, in words
    public record PhaseView(
            String name,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Instant lateUntil,
            int perDay,
            @Nullable Integer total,
            boolean open,
            String board) {}

    public ChallengeHead head(Challenge challenge, Optional<Caller> caller) {
        return head(challenge, challenge.phases(), caller);
    }

    /// @param phases the challenge's, where they have been read already
    public ChallengeHead head(Challenge challenge, List<Phase> phases, Optional<Caller> caller) {
        return new ChallengeHead(
                challenge.slug,
                challenge.title,
                challenge.summary,
                Standing.of(phases, clock.instant()),
                TaskWords.brief(challenge.definition.taskKind()),
                Team.competing(challenge.id),
                !challenge.isPublished(),
                Page.find(challenge, Page.QUESTIONS).isPresent(),
                caller.isPresent(),
                challenge.isOrganisedBy(caller));
    }

    public Standing standing(Challenge challenge) {
        return Standing.of(challenge.phases(), clock.instant());
    }

    public List<PhaseView> phases(Challenge challenge) {
        var now = clock.instant();
        return challenge.phases().stream().map(phase -> phase(phase, now)).toList();
    }

    /// One of the challenge's texts as safe HTML, without a heading that says no more than its name; null where the
    /// pack has none.
    public @Nullable RawString text(Challenge challenge, String name) {
        return Page.<Page>findByIdOptional(new Page.Key(challenge.id, name))
                .map(page -> Markdown.toHtml(page.markdown, name))
                .orElse(null);
    }

    /// The name of the caller's team, if there is one.
    public Optional<String> team(Challenge challenge, Optional<Caller> caller) {
        return caller.flatMap(c -> database
                .createNativeQuery(
                        "select t.name from team t join team_member m on m.team_id = t.id"
                                + " where m.challenge_id = ?1 and m.account_id = ?2",
                        String.class)
                .setParameter(1, challenge.id)
                .setParameter(2, c.account())
                .getResultList()
                .stream()
                .map(String.class::cast)
                .findFirst());
    }

    public @Nullable Long rows(Challenge challenge, String file) {
        return DatasetFile.of(challenge.id, file).map(found -> found.rows).orElse(null);
    }

    private static PhaseView phase(Phase phase, Instant now) {
        return new PhaseView(
                phase.name,
                phase.startsAt,
                phase.endsAt,
                phase.lateUntil,
                phase.perDay,
                phase.total,
                phase.isOpenAt(now),
                board(phase));
    }

    private static String board(Phase phase) {
        var live = switch (phase.board()) {
            case FULL -> "Shown as it stands.";
            case OWN -> "Each team sees its own row until the end.";
            case HIDDEN -> "Hidden until the end.";
        };
        var end = phase.privateBoard && phase.part() == Part.PUBLIC
                ? " At the end the board of the private part opens; each team chooses up to " + phase.finals
                        + " of its submissions for it."
                : "";
        return live + end + (phase.carryOver ? " Submissions of the phase before count too." : "");
    }
}
