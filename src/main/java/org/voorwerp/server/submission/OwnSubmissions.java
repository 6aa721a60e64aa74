package org.voorwerp.server.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voorwerp.server.account.AccountDeleted;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.account.OwnData;
import org.voorwerp.server.account.OwnDataSource;
import org.voorwerp.server.account.Role;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.storage.Area;
import org.voorwerp.server.storage.Blobs;

/// What a person has sent, with files, and scores as the person is shown them.
@ApplicationScoped
class OwnSubmissions implements OwnDataSource {

    private final EntityManager database;
    private final Submissions submissions;
    private final Blobs blobs;

    OwnSubmissions(EntityManager database, Submissions submissions, Blobs blobs) {
        this.database = database;
        this.submissions = submissions;
        this.blobs = blobs;
    }

    @Override
    public void write(Caller person, OwnData.Files files) throws IOException {
        List<Submission> sent = QuarkusTransaction.requiringNew()
                .call(() -> Submission.list("accountId = ?1 order by acceptedAt, id", person.account()));
        var described = new ArrayList<Map<String, Object>>();
        for (var submission : sent) {
            described.add(QuarkusTransaction.requiringNew().call(() -> describe(submission, person)));
        }
        files.json("submissions.json", described);
        for (var submission : sent) {
            try (var content = blobs.open(Area.SUBMISSIONS, submission.blob)) {
                files.copy("submissions/" + submission.id + ".csv", content);
            }
        }
    }

    private Map<String, Object> describe(Submission submission, Caller person) {
        Challenge challenge = Challenge.findById(submission.challengeId);
        var described = new LinkedHashMap<String, Object>();
        described.put("id", submission.id);
        described.put("challenge", challenge.slug);
        described.put("acceptedAt", submission.acceptedAt);
        described.put("state", submission.state);
        described.put("sha256", submission.blob);
        described.put("bytes", submission.bytes);
        described.put("fileName", submission.fileName);
        described.put("note", submission.note);
        // As a participant, even if the person organises: what is shown to people of their own. What stayed with a team
        // that the person has left has no scores for him or her any more.
        submissions
                .find(submission.id, new Caller(person.account(), person.handle(), Role.PARTICIPANT))
                .ifPresent(view -> {
                    described.put("team", view.team());
                    described.put("message", view.message());
                    described.put("scores", view.scores());
                    described.put("rank", view.rank());
                });
        return described;
    }

    void forget(@Observes AccountDeleted deleted) {
        database.createNativeQuery("update submission set file_name = null, note = null where account_id = ?1")
                .setParameter(1, deleted.account())
                .executeUpdate();
        database.createNativeQuery("delete from idempotency_key where account_id = ?1")
                .setParameter(1, deleted.account())
                .executeUpdate();
    }
}
