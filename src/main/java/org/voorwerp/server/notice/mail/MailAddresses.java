package org.voorwerp.server.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Secret;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;
import org.voorwerp.server.notice.NoticeKind;

/// Who wants mail. Nobody gets any who has not said so from the address itself; and nobody can have strangers mailed:
/// confirmations are few.
@ApplicationScoped
public class MailAddresses {

    /// What every mail server takes, and no header can be broken with.
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,185}[A-Za-z0-9])?");

    private static final Logger LOG = Logger.getLogger(MailAddresses.class);

    private static final Duration BETWEEN_CONFIRMATIONS = Duration.ofMinutes(5);
    private static final Duration CONFIRMATION_VALID = Duration.ofDays(2);
    private static final int MOST_ASKING = 3;

    private final MailSender sender;
    private final MailConfig config;
    private final Clock clock;

    MailAddresses(MailSender sender, MailConfig config, Clock clock) {
        this.sender = sender;
        this.config = config;
        this.clock = clock;
    }

    /// One's address and wishes.
    ///
    /// @param available whether this server sends mail at all
    /// @param address null where one wants none
    /// @param confirmed whether mail is sent there
    /// @param kinds of notices that are wanted
    public record MailView(boolean available, @Nullable String address, boolean confirmed, List<String> kinds) {}

    @Transactional
    public MailView view(UUID account) {
        Optional<MailAddress> found = MailAddress.findByIdOptional(account);
        return new MailView(
                config.from().isPresent(),
                found.map(mail -> mail.address).orElse(null),
                found.filter(mail -> mail.confirmedAt != null).isPresent(),
                found.map(mail -> List.of(mail.kinds)).orElse(List.of()));
    }

    /// Wants mail at an address. A new address is asked for confirmation; until then nothing else is sent there.
    ///
    /// @param kinds null for all
    /// @throws Invalid if the address or a kind is none, or this server sends no mail, or did just now
    @Transactional
    public void want(UUID account, String address, @Nullable List<String> kinds) {
        if (config.from().isEmpty()) {
            throw new Invalid("This server sends no mail.");
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw new Invalid("That is not a mail address this server can use, as in hanny@example.org.");
        }
        var wanted = kinds == null
                ? Arrays.stream(NoticeKind.values()).map(NoticeKind::word).toArray(String[]::new)
                : checked(kinds);
        Optional<MailAddress> known = MailAddress.findByIdOptional(account);
        if (known.isPresent() && known.get().address.equalsIgnoreCase(address) && known.get().confirmedAt != null) {
            known.get().kinds = wanted;
            return;
        }
        askForConfirmation(known.orElseGet(MailAddress::new), account, address, wanted);
    }

    /// The link in a confirmation was followed, and its button pressed.
    ///
    /// @throws NotFound if it was not the last one sent, or is too old
    @Transactional
    public void confirm(String secret) {
        var mail = MailAddress.bySecretHash(Secret.hash(secret))
                .filter(found -> clock.instant().isBefore(found.requestedAt.plus(CONFIRMATION_VALID)))
                .orElseThrow(() -> new NotFound(
                        "This link confirms nothing (any more): it is older than two days, or a newer one was sent."));
        if (mail.confirmedAt == null) {
            mail.confirmedAt = clock.instant();
        }
    }

    /// Wants no mail.
    @Transactional
    public void stop(UUID account) {
        MailAddress.deleteById(account);
    }

    /// The same by the link that stands in every mail, whoever follows it; again changes nothing.
    @Transactional
    public void stop(String key) {
        MailAddress.byStopKey(key).ifPresent(MailAddress::delete);
    }

    private void askForConfirmation(MailAddress mail, UUID account, String address, String[] kinds) {
        var now = clock.instant();
        boolean soonAgain = mail.requestedAt != null && now.isBefore(mail.requestedAt.plus(BETWEEN_CONFIRMATIONS));
        long asking = MailAddress.count(
                "lower(address) = lower(?1) and confirmedAt is null and accountId <> ?2", address, account);
        if (soonAgain || asking >= MOST_ASKING) {
            throw new Invalid("A confirmation was sent just now; look for it, or ask again in five minutes.");
        }
        var secret = Secret.create("vwm_");
        mail.accountId = account;
        mail.address = address;
        mail.kinds = kinds;
        mail.secretHash = Secret.hash(secret);
        mail.requestedAt = now;
        mail.confirmedAt = null;
        mail.stopKey = Secret.create("");
        mail.persistAndFlush();
        try {
            sender.confirmation(address, config.publicAddress() + "/mail/confirm/" + secret);
        } catch (RuntimeException e) {
            LOG.warn("a confirmation could not be sent", e);
            throw new MailUnavailable();
        }
    }

    private static String[] checked(List<String> kinds) {
        for (var kind : kinds) {
            if (kind == null || NoticeKind.of(kind).isEmpty()) {
                throw new Invalid("There are no notices of the kind \"" + kind + "\", but of these: "
                        + String.join(
                                ", ",
                                Arrays.stream(NoticeKind.values())
                                        .map(NoticeKind::word)
                                        .toList())
                        + ".");
            }
        }
        return kinds.stream().distinct().toArray(String[]::new);
    }
}
