package org.voorwerp.server.web;

/// Addresses of the API that pages name.
final class Links {

    private Links() {}

    static String file(String slug, String name) {
        return "/api/challenges/" + slug + "/files/" + name;
    }

    static String terms(String slug) {
        return "/api/challenges/" + slug + "/terms";
    }

    static String submissions(String slug) {
        return "/api/challenges/" + slug + "/submissions";
    }
}
