package org.voorwerp.server.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.dataset.profile.TableProfile;
import org.voorwerp.server.http.Forbidden;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;
import org.voorwerp.server.submission.Standings.Standing;
import org.voorwerp.server.submission.Standings.Why;
import org.voorwerp.server.team.Teams;

/// Finds and shows submissions: to their team, and to the challenge's organisers.
@ApplicationScoped
public class Submissions {

    private static final int LONGEST_LIST = 1000;

    /// Of a submission that was accepted while the standings were read.
    private static final Standing NOT_YET =
            new Standing(Map.of(), Map.of(), null, false, new Why("waiting", "It is not scored yet."));

    private final Teams teams;
    private final Quotas quotas;
    private final Lifecycle lifecycle;
    private final Standings standings;
    private final PredictionProfiles profiles;
    private final Blobs blobs;
    private final Clock clock;

    Submissions(
            Teams teams,
            Quotas quotas,
            Lifecycle lifecycle,
            Standings standings,
            PredictionProfiles profiles,
            Blobs blobs,
            Clock clock) {
        this.teams = teams;
        this.quotas = quotas;
        this.lifecycle = lifecycle;
        this.standings = standings;
        this.profiles = profiles;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// One submission; empty where [#view] would not show it.
    @Transactional
    public Optional<SubmissionView> find(UUID id, Caller caller) {
        Submission submission = Submission.findById(id);
        return submission == null || !isVisible(submission, caller) ? Optional.empty() : Optional.of(view(id, caller));
    }

    /// One submission.
    ///
    /// @throws NotFound if there is none, or it is another team's
    @Transactional
    public SubmissionView view(UUID id, Caller caller) {
        var submission = visible(id, caller);
        Challenge challenge = Challenge.findById(submission.challengeId);
        Phase phase = Phase.findById(submission.phaseId);
        var quota = submission.accountId == null ? null : quotas.view(submission.teamId, phase, clock.instant());
        return views(challenge, List.of(submission), caller, quota, Submissions::detail)
                .getFirst();
    }

    /// The caller's submissions to a challenge, or everybody's.
    ///
    /// @param all everybody's, for organisers
    /// @param before only those accepted before this place in the order
    /// @throws Forbidden if `all` is asked for by somebody else
    @Transactional
    public SubmissionList list(Challenge challenge, Caller caller, boolean all, long before, int limit) {
        if (all && !challenge.isOrganisedBy(Optional.of(caller))) {
            throw new Forbidden("Only organisers of " + challenge.slug + " see everybody's submissions.");
        }
        int number = Math.clamp(limit, 1, LONGEST_LIST);
        var team = teams.of(challenge.id, caller.account());
        var found = all
                ? Submission.ofChallenge(challenge.id, before, number)
                : team.map(t -> Submission.ofTeam(t.id, before, number)).orElse(List.of());
        var next = found.size() < number
                ? null
                : "/api/challenges/" + challenge.slug + "/submissions?before=" + found.getLast().acceptedOrder
                        + "&limit=" + number + (all ? "&all=true" : "");
        var quotas = quotas(challenge, caller);
        return new SubmissionList(
                views(challenge, found, caller, null, s -> s.detail),
                quotas.isEmpty() ? null : quotas.getFirst(),
                quotas,
                next);
    }

    /// What the caller may still send to the phases that take submissions now.
    @Transactional
    public List<QuotaView> quotas(Challenge challenge, Caller caller) {
        var now = clock.instant();
        var phases = challenge.phases();
        var open =
                PhaseChoice.open(phases, now).stream().map(PhaseChoice::phase).toList();
        var taking = open.isEmpty() && !challenge.isPublished() ? phases : open;
        var team = teams.of(challenge.id, caller.account()).map(t -> t.id).orElse(null);
        return taking.stream().map(phase -> quotas.view(team, phase, now)).toList();
    }

    /// The file of a submission, decompressed.
    ///
    /// @throws NotFound as [#view]
    @Transactional
    SubmittedFile file(UUID id, Caller caller) throws IOException {
        var submission = visible(id, caller);
        var name = submission.fileName == null ? submission.id + ".csv" : submission.fileName;
        return new SubmittedFile(
                name, submission.blob, submission.bytes, blobs.open(Area.SUBMISSIONS, submission.blob));
    }

    /// What the columns of a submission's file hold, without the truth; empty if the file cannot be read as a table.
    ///
    /// @throws NotFound as [#view]
    @Transactional
    public Optional<TableProfile> profile(UUID id, Caller caller) {
        return profiles.of(visible(id, caller).blob);
    }

    /// What was sent.
    record SubmittedFile(String name, String sha256, long bytes, InputStream content) {}

    /// Takes a submission of the caller's team back.
    ///
    /// @throws NotFound as [#view]
    /// @throws Forbidden if it is another team's
    public SubmissionView withdraw(UUID id, Caller caller) {
        requireOwn(id, caller);
        lifecycle.withdraw(id);
        return view(id, caller);
    }

    /// Takes back that a submission was withdrawn.
    ///
    /// @throws NotFound as [#view]
    /// @throws Forbidden if it is another team's
    public SubmissionView restore(UUID id, Caller caller) {
        requireOwn(id, caller);
        lifecycle.restoreWithdrawn(id);
        return view(id, caller);
    }

    private void requireOwn(UUID id, Caller caller) {
        QuarkusTransaction.joiningExisting().run(() -> {
            var submission = visible(id, caller);
            if (!teams.isMember(submission.teamId, caller.account())) {
                throw new Forbidden("Only the team that sent a submission may do this.");
            }
        });
    }

    private Submission visible(UUID id, Caller caller) {
        Submission submission = Submission.findById(id);
        if (submission == null || !isVisible(submission, caller)) {
            throw new NotFound("You have no submission " + id + ".");
        }
        return submission;
    }

    private boolean isVisible(Submission submission, Caller caller) {
        Challenge challenge = Challenge.findById(submission.challengeId);
        return teams.isMember(submission.teamId, caller.account()) || challenge.isOrganisedBy(Optional.of(caller));
    }

    /// What organisers are told: why scoring failed, or what was said in the scoring version that is shown.
    private static @Nullable String detail(Submission submission) {
        if (submission.detail != null) {
            return submission.detail;
        }
        List<?> said = Submission.getEntityManager()
                .createNativeQuery(
                        "select r.detail from result r join challenge c on c.scoring_version = r.scoring_version"
                                + " where r.submission_id = ?1 and c.id = ?2 and r.detail is not null",
                        String.class)
                .setParameter(1, submission.id)
                .setParameter(2, submission.challengeId)
                .getResultList();
        return said.isEmpty() ? null : (String) said.getFirst();
    }

    /// @param detail what organisers are told of each
    private List<SubmissionView> views(
            Challenge challenge,
            List<Submission> submissions,
            Caller caller,
            @Nullable QuotaView quota,
            Function<Submission, @Nullable String> detail) {
        boolean toOrganiser = challenge.isOrganisedBy(Optional.of(caller));
        var names = teams.all(submissions.stream().map(s -> s.teamId).distinct().toList()).stream()
                .collect(Collectors.toMap(team -> team.id, team -> team.name));
        var phases = challenge.phases().stream().collect(Collectors.toMap(phase -> phase.id, phase -> phase.name));
        var standing = standings.of(challenge, submissions);
        var own = teams.of(challenge.id, caller.account()).map(team -> team.id).orElse(null);
        return submissions.stream()
                .map(s -> SubmissionView.of(
                        s,
                        challenge,
                        String.valueOf(names.get(s.teamId)),
                        String.valueOf(phases.get(s.phaseId)),
                        standing.getOrDefault(s.id, NOT_YET),
                        quota,
                        toOrganiser ? detail.apply(s) : null,
                        s.teamId.equals(own)))
                .toList();
    }
}
