package org.voorwerp.server.notice.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.voorwerp.server.account.Account;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.challenge.Phase;
import org.voorwerp.server.news.Announcement;
import org.voorwerp.server.notice.NoticeKind;
import org.voorwerp.server.submission.Submission;
import org.voorwerp.server.submission.SubmissionView;
import org.voorwerp.server.submission.Submissions;

/// Puts what happened into words. Of a submission it says what the API shows its sender, and nothing that only
/// organisers see: so no private score, and no public one but as the board's rule lets it out.
@ApplicationScoped
class Messages {

    private final Submissions submissions;
    private final Challenges challenges;

    Messages(Submissions submissions, Challenges challenges) {
        this.submissions = submissions;
        this.challenges = challenges;
    }

    /// Empty where there is nothing to be told any more: it was withdrawn, taken back or deleted meanwhile.
    Optional<Message> of(NoticeKind kind, Challenge challenge, UUID subject) {
        return switch (kind) {
            case SCORED, FAILED -> submission(kind, challenge, subject);
            case PHASE_OPENED, PHASE_CLOSED ->
                Phase.<Phase>findByIdOptional(subject).map(phase -> phase(kind, challenge, phase));
            case TERMS_CHANGED -> Optional.of(terms(challenge));
            case ANNOUNCEMENT ->
                Announcement.<Announcement>findByIdOptional(subject).map(each -> announcement(challenge, each));
        };
    }

    private Optional<Message> submission(NoticeKind kind, Challenge challenge, UUID id) {
        return Submission.<Submission>findByIdOptional(id)
                .filter(submission -> submission.state.equals(kind.word()))
                .flatMap(this::asItsSenderSees)
                .map(view -> submission(kind, challenge, view));
    }

    private Optional<SubmissionView> asItsSenderSees(Submission submission) {
        // As a participant, even if the sender organises; none if he or she has left the team meanwhile.
        return Account.<Account>findByIdOptional(submission.accountId)
                .flatMap(sender ->
                        submissions.find(submission.id, new Caller(sender.id, sender.handle, Role.PARTICIPANT)));
    }

    private Message submission(NoticeKind kind, Challenge challenge, SubmissionView view) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", view.id());
        data.put("team", view.team());
        data.put("state", view.state());
        data.put("acceptedAt", view.acceptedAt());
        data.put("finishedAt", view.finishedAt());
        data.put("message", view.message());
        data.put("scores", view.scores());
        data.put("rank", view.rank());
        data.put("href", "/api/submissions/" + view.id());
        var file = view.fileName() == null ? "Your submission" : "Your submission " + view.fileName();
        if (kind == NoticeKind.FAILED) {
            return message(
                    "Submission to " + challenge.title + " failed",
                    file + " failed:\n\n" + view.message() + "\n\nIt used none of your quota.",
                    "/submissions/" + view.id(),
                    data);
        }
        var text = new StringBuilder(file).append(" is scored.\n\n");
        for (var metric : challenges.metrics(challenge)) {
            var score = view.scores().get(metric.key());
            if (score != null) {
                text.append(metric.title())
                        .append(": ")
                        .append(String.format(Locale.ROOT, "%.4f", score.value()))
                        .append('\n');
            }
        }
        if (view.rank() != null) {
            text.append("Your team's rank: ").append(view.rank()).append('\n');
        }
        return message(
                "Submission to " + challenge.title + " scored", text.toString(), "/submissions/" + view.id(), data);
    }

    private static Message phase(NoticeKind kind, Challenge challenge, Phase phase) {
        var data = new LinkedHashMap<String, Object>();
        data.put("phase", phase.name);
        data.put("starts", phase.startsAt);
        data.put("ends", phase.endsAt);
        boolean opened = kind == NoticeKind.PHASE_OPENED;
        var text = opened
                ? "Phase " + phase.name + " of " + challenge.title + " takes submissions"
                        + (phase.endsAt == null ? "." : " until " + phase.endsAt + ".")
                : "Phase " + phase.name + " of " + challenge.title + " takes no more submissions.";
        return message(
                challenge.title + ": phase " + phase.name + (opened ? " is open" : " has closed"),
                text,
                "/challenges/" + challenge.slug + (opened ? "/submit" : "/leaderboard"),
                data);
    }

    private static Message terms(Challenge challenge) {
        return message(
                challenge.title + ": the terms have changed",
                "The terms of " + challenge.title + " have changed. Read and accept them before you submit again.",
                "/challenges/" + challenge.slug + "/submit",
                Map.of());
    }

    private static Message announcement(Challenge challenge, Announcement announcement) {
        return message(
                challenge.title + ": " + announcement.title,
                announcement.markdown,
                "/challenges/" + challenge.slug + "/news",
                Map.of(
                        "id", announcement.id,
                        "title", announcement.title,
                        "markdown", announcement.markdown,
                        "postedAt", announcement.postedAt));
    }

    private static Message message(String subject, String text, String path, Map<String, Object> data) {
        return new Message(subject, text.strip(), path, data);
    }
}
