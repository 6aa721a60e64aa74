package org.voorwerp.server.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import org.voorwerp.server.account.Caller;
import org.voorwerp.server.http.Invalid;
import org.voorwerp.server.http.NotFound;

/// A challenge's texts, which its organisers may go on writing.
@ApplicationScoped
public class Pages {

    /// As many characters as a pack's page may have bytes.
    public static final int LONGEST = 1 << 20;

    private static final List<String> NAMES = List.of("overview", "data", "rules", Page.TERMS, Page.QUESTIONS);

    private final Event<PageChanged> changed;

    Pages(Event<PageChanged> changed) {
        this.changed = changed;
    }

    /// @throws NotFound if the challenge has no such text
    @Transactional
    public String get(Challenge challenge, String name) {
        return Page.find(challenge, name)
                .map(page -> page.markdown)
                .orElseThrow(() -> new NotFound("The challenge " + challenge.slug + " has no page " + name + "."));
    }

    /// Replaces a text, or adds it. Terms that change have to be accepted anew.
    ///
    /// @throws Invalid if the text is empty, too long, or no text
    /// @throws NotFound if there is no page of that name
    @Transactional
    public void put(Challenge challenge, Caller organiser, String name, String markdown) {
        if (!NAMES.contains(name)) {
            throw new NotFound("A challenge's pages are " + String.join(", ", NAMES) + ".");
        }
        if (markdown.isBlank() || markdown.length() > LONGEST || markdown.indexOf('\0') >= 0) {
            throw new Invalid("Send the page's Markdown: 1 to " + LONGEST + " characters, none of them NUL.");
        }
        challenge.lock();
        var page = Page.find(challenge, name).orElseGet(() -> {
            var added = new Page();
            added.challengeId = challenge.id;
            added.name = name;
            return added;
        });
        if (!markdown.equals(page.markdown)) {
            page.markdown = markdown;
            page.persistAndFlush();
            changed.fire(new PageChanged(challenge, organiser, name, false));
        }
    }

    /// @throws NotFound if the challenge has no such text
    /// @throws Invalid if it cannot do without
    @Transactional
    public void remove(Challenge challenge, Caller organiser, String name) {
        challenge.lock();
        get(challenge, name);
        if (name.equals("overview")) {
            throw new Invalid("A challenge has an overview; replace it with PUT.");
        }
        Page.deleteById(new Page.Key(challenge.id, name));
        changed.fire(new PageChanged(challenge, organiser, name, true));
    }
}
