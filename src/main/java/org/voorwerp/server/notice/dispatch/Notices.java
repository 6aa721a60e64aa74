package org.voorwerp.server.notice.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.notice.NoticeKind;
import org.voorwerp.server.notice.Outbox;
import org.voorwerp.server.notice.mail.MailConfig;

/// Finds out who is to be told of something, and puts it on its way.
@ApplicationScoped
class Notices {

    private static final String SENDER = """
            select m.account_id from mail_address m join submission s on s.account_id = m.account_id
            where s.id = ?1 and m.confirmed_at is not null and ?2 = any (m.kinds)
            """;
    private static final String PARTICIPANTS = """
            select m.account_id from mail_address m join team_member t on t.account_id = m.account_id
            where t.challenge_id = ?1 and m.confirmed_at is not null and ?2 = any (m.kinds)
            """;
    private static final String HOOKS_OF_SUBMISSION = """
            select w.id from webhook w where w.challenge_id = (select challenge_id from submission where id = ?1)
            and (w.everybody and organises(w.account_id, w.challenge_id) or w.account_id in (select m.account_id from team_member m
                 join submission s on s.team_id = m.team_id where s.id = ?1)) and ?2 is not null
            """;
    private static final String HOOKS_OF_CHALLENGE =
            "select w.id from webhook w where w.challenge_id = ?1 and ?2 is not null";

    private final EntityManager database;
    private final Messages messages;
    private final Outbox outbox;
    private final MailConfig mail;
    private final ObjectMapper mapper;
    private final Clock clock;

    Notices(
            EntityManager database,
            Messages messages,
            Outbox outbox,
            MailConfig mail,
            ObjectMapper mapper,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.outbox = outbox;
        this.mail = mail;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// Tells everybody concerned; a second time changes nothing.
    @Transactional
    void tell(NoticeJob job) {
        var kind = NoticeKind.of(job.kind()).orElseThrow();
        Challenge challenge = Challenge.findById(job.challenge());
        if (challenge == null) {
            return;
        }
        messages.of(kind, challenge, job.subject()).ifPresent(message -> tell(job, kind, challenge, message));
    }

    private void tell(NoticeJob job, NoticeKind kind, Challenge challenge, Message message) {
        boolean ofSubmission = kind == NoticeKind.SCORED || kind == NoticeKind.FAILED;
        var about = ofSubmission ? job.subject() : challenge.id;
        if (mail.from().isPresent()) {
            var text = message.text() + "\n\n" + mail.publicAddress() + message.path();
            for (var account : ids(ofSubmission ? SENDER : PARTICIPANTS, about, kind)) {
                outbox.mail(job.occasion(), kind, account, message.subject(), text);
            }
        }
        var hooks = ids(ofSubmission ? HOOKS_OF_SUBMISSION : HOOKS_OF_CHALLENGE, about, kind);
        if (!hooks.isEmpty()) {
            var body = json(kind, challenge, message);
            hooks.forEach(hook -> outbox.webhook(job.occasion(), kind.word(), hook, body));
        }
    }

    private List<UUID> ids(String query, UUID about, NoticeKind kind) {
        List<?> ids = database.createNativeQuery(query, UUID.class)
                .setParameter(1, about)
                .setParameter(2, kind.word())
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private String json(NoticeKind kind, Challenge challenge, Message message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", kind.word());
        body.put("timestamp", clock.instant());
        body.put("challenge", challenge.slug);
        body.put("data", message.data());
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is always JSON", e);
        }
    }
}
