package org.voorwerp.server.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.log.OrganiserLog;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// What organisers tell. Whether the caller is one is asked by whoever calls.
@ApplicationScoped
public class Announcements implements NewsSource {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LISTED = 100;

    private final OrganiserLog log;
    private final Event<AnnouncementPosted> posted;
    private final Clock clock;

    Announcements(OrganiserLog log, Event<AnnouncementPosted> posted, Clock clock) {
        this.log = log;
        this.posted = posted;
        this.clock = clock;
    }

    /// An announcement as everybody may read it.
    ///
    /// @param markdown unsafe until it is rendered and sanitised
    public record AnnouncementView(UUID id, String title, String markdown, Instant postedAt) {

        static AnnouncementView of(Announcement announcement) {
            return new AnnouncementView(
                    announcement.id, announcement.title, announcement.markdown, announcement.postedAt);
        }
    }

    /// The latest hundred, the latest first.
    @Transactional
    public List<AnnouncementView> list(Challenge challenge) {
        return Announcement.latest(challenge.id, LISTED).stream()
                .map(AnnouncementView::of)
                .toList();
    }

    /// Announcements, the latest first.
    ///
    /// @param after only those before this one in time; null for all
    /// @param limit how many of them at most
    /// @throws NotFound if the challenge has no such announcement, perhaps not any more
    @Transactional
    public List<AnnouncementView> list(Challenge challenge, @Nullable UUID after, int limit) {
        var found = after == null
                ? Announcement.latest(challenge.id, limit)
                : Announcement.before(announcement(challenge, after), limit);
        return found.stream().map(AnnouncementView::of).toList();
    }

    /// Tells everybody.
    ///
    /// @throws Invalid if title or text is empty or too long
    @Transactional
    public AnnouncementView post(Challenge challenge, Caller organiser, String title, String markdown) {
        if (title.isBlank() || title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("An announcement's title is one line of 1 to " + LONGEST_TITLE + " characters.");
        }
        if (markdown.isBlank() || markdown.length() > LONGEST_TEXT || markdown.indexOf('\0') >= 0) {
            throw new Invalid("An announcement's text has 1 to " + LONGEST_TEXT + " characters, none of them NUL.");
        }
        var announcement = new Announcement();
        announcement.id = UUID.randomUUID();
        announcement.challengeId = challenge.id;
        announcement.accountId = organiser.account();
        announcement.title = title.strip();
        announcement.markdown = markdown;
        announcement.postedAt = clock.instant();
        announcement.persistAndFlush();
        log.add(challenge, Optional.of(organiser), "announced", announcement.id.toString(), announcement.title);
        posted.fire(new AnnouncementPosted(challenge, announcement));
        return AnnouncementView.of(announcement);
    }

    /// Takes an announcement back; who was told by mail has it.
    ///
    /// @throws NotFound if the challenge has no such announcement
    @Transactional
    public void remove(Challenge challenge, Caller organiser, UUID id) {
        var announcement = announcement(challenge, id);
        announcement.delete();
        log.add(challenge, Optional.of(organiser), "announcement taken back", id.toString(), announcement.title);
    }

    private static Announcement announcement(Challenge challenge, UUID id) {
        return Announcement.<Announcement>findByIdOptional(id)
                .filter(announcement -> announcement.challengeId.equals(challenge.id))
                .orElseThrow(
                        () -> new NotFound("The challenge " + challenge.slug + " has no announcement " + id + "."));
    }

    @Override
    public List<News> of(Challenge challenge, Instant now) {
        return Announcement.latest(challenge.id, LISTED).stream()
                .map(announcement -> new News(
                        announcement.id,
                        announcement.postedAt,
                        announcement.title,
                        announcement.markdown,
                        "/challenges/" + challenge.slug + "/news#" + announcement.id))
                .toList();
    }
}
