package org.voorwerp.server.web;

import org.jspecify.annotations.Nullable;

/// What every page needs around its content.
///
/// @param title of the window, without the site's name
/// @param description one sentence for those who list links to the page
/// @param section which entry of the menu the page belongs to
/// @param handle of the person signed in; null for a stranger
/// @param organiser whether that person may host challenges
/// @param newcomer whether somebody has signed in who has no handle yet
/// @param keycloak whether people sign in through Keycloak
/// @param path of the page, to come back to after signing in
/// @param live whether the page shows something that is still changing and should be asked for again
public record Frame(
        String title,
        String description,
        Section section,
        @Nullable String handle,
        boolean organiser,
        boolean newcomer,
        boolean keycloak,
        String path,
        boolean live) {

    /// An entry of the menu.
    public enum Section {
        CHALLENGES,
        ORGANISE,
        ABOUT,
        ACCOUNT,
        NONE;

        /// Whether `other` is this one, for templates.
        public boolean is(String other) {
            return name().equalsIgnoreCase(other);
        }
    }

    public Frame describedBy(String sentence) {
        return new Frame(title, sentence, section, handle, organiser, newcomer, keycloak, path, live);
    }

    public Frame of(String person) {
        return new Frame(title, description, section, person, organiser, false, keycloak, path, live);
    }

    public Frame live(boolean changing) {
        return new Frame(title, description, section, handle, organiser, newcomer, keycloak, path, changing);
    }
}
