package org.voorwerp.server.web.text;

/// Addresses of the API that pages name.
public final class Links {

    private Links() {}

    public static String file(String slug, String name) {
        return "/api/challenges/" + slug + "/files/" + name;
    }

    public static String terms(String slug) {
        return "/api/challenges/" + slug + "/terms";
    }

    public static String submissions(String slug) {
        return "/api/challenges/" + slug + "/submissions";
    }
}
