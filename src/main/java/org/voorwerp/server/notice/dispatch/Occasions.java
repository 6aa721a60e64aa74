package org.voorwerp.server.notice.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Page;
import org.voorwerp.server.challenge.PageChanged;
import org.voorwerp.server.news.AnnouncementPosted;
import org.voorwerp.server.notice.NoticeKind;
import org.voorwerp.server.queue.Queue;
import org.voorwerp.server.submission.SubmissionFinished;

/// Notes what happened, in its transaction; who is to be told is found out later.
@ApplicationScoped
class Occasions {

    private final EntityManager database;
    private final Queue queue;
    private final Clock clock;

    Occasions(EntityManager database, Queue queue, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    void submissionFinished(@Observes SubmissionFinished event) {
        switch (event.state()) {
            case SCORED -> note(NoticeKind.SCORED, event.challenge(), event.submission());
            case FAILED -> note(NoticeKind.FAILED, event.challenge(), event.submission());
            case ACCEPTED, SCORING, WITHDRAWN, DISQUALIFIED -> {}
        }
    }

    void announced(@Observes AnnouncementPosted event) {
        note(NoticeKind.ANNOUNCEMENT, event.challenge().id, event.announcement().id);
    }

    void termsChanged(@Observes PageChanged event) {
        if (event.page().equals(Page.TERMS) && event.challenge().isPublished()) {
            var challenge = event.challenge().id;
            // Each change is one of its own.
            note(NoticeKind.TERMS_CHANGED, challenge, challenge, " " + clock.instant());
        }
    }

    /// A phase has opened or closed; in the caller's transaction, and only once however many servers notice.
    void phase(NoticeKind kind, Challenge challenge, UUID phase) {
        int first = database.createNativeQuery(
                        "insert into phase_told (phase_id, what) values (?1, ?2) on conflict do nothing")
                .setParameter(1, phase)
                .setParameter(2, kind.word())
                .executeUpdate();
        if (first == 1) {
            note(kind, challenge.id, phase);
        }
    }

    private void note(NoticeKind kind, UUID challenge, UUID subject) {
        note(kind, challenge, subject, "");
    }

    private void note(NoticeKind kind, UUID challenge, UUID subject, String more) {
        var occasion = kind.word() + " " + subject + more;
        queue.add(NoticeJob.KIND, occasion, new NoticeJob(kind.word(), challenge, subject, occasion));
    }
}
