package org.voorwerp.server.notice.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "voorwerp.mail")
public interface MailConfig {

    /// Whom mails come from, e.g. `Voorwerp <voorwerp@example.org>`; no mail is sent unless this is set. The server to
    /// send them through is Quarkus' `quarkus.mailer.host`, `.port`, `.username`, `.password`, `.start-tls`.
    Optional<String> from();

    /// Where people reach this server; links in mails begin with it.
    @WithDefault("http://localhost:8080")
    String publicAddress();
}
