package org.voorwerp.server.notice.mail;

import org.voorwerp.server.http.Refusal;

/// The mail server does not take mails at the moment.
final class MailUnavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    MailUnavailable() {
        super(503, "mail-unavailable", "Mail cannot be sent", "The confirmation could not be sent; try again later.");
    }

    @Override
    public long retryAfter() {
        return 300;
    }
}
