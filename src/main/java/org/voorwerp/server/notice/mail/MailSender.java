package org.voorwerp.server.notice.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Sends mails, each with a link that ends them: for people, and for mail programs with one click (RFC 8058).
@ApplicationScoped
public class MailSender {

    private final Mailer mailer;
    private final MailConfig config;

    MailSender(Mailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    /// Sends a notice, if it is still wanted.
    public void send(UUID account, String subject, String text) {
        Optional<MailAddress> found =
                QuarkusTransaction.requiringNew().call(() -> MailAddress.findByIdOptional(account));
        found.filter(mail -> mail.confirmedAt != null).ifPresent(mail -> {
            var stop = config.publicAddress() + "/mail/stop/" + mail.stopKey;
            var body = text + "\n\n-- \nYou get this because you asked for it. To get no more: " + stop + "\n";
            mailer.send(mail(mail.address, subject, body)
                    .addHeader("List-Unsubscribe", "<" + stop + ">")
                    .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        });
    }

    /// Asks whoever reads mail at an address whether notices may be sent there.
    void confirmation(String address, String link) {
        mailer.send(mail(
                address,
                "Confirm your address",
                "Somebody, hopefully you, wants notices from Voorwerp sent to this address. If so, open this link within"
                        + " two days and confirm:\n\n" + link
                        + "\n\nIf not, do nothing: nothing more will be sent.\n"));
    }

    private Mail mail(String address, String subject, String body) {
        return Mail.withText(address, subject, body)
                .setFrom(config.from().orElseThrow())
                .addHeader("Auto-Submitted", "auto-generated");
    }
}
