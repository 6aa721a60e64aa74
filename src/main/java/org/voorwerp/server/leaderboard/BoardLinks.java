package org.voorwerp.server.leaderboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.leaderboard.Leaderboards.View;
import org.voorwerp.server.leaderboard.standing.Cursor;

/// Addresses of boards.
public final class BoardLinks {

    private BoardLinks() {}

    /// Where a page of a board goes on.
    static String next(View view, Cursor after) {
        var query = view.query();
        return "/api/challenges/" + view.challenge().slug + "/leaderboard"
                + query(
                        view.phase().name,
                        view.part().word(),
                        query.version(),
                        query.sort(),
                        after.text(),
                        query.limit());
    }

    /// A query string of what is not null.
    public static String query(
            @Nullable String phase,
            @Nullable String part,
            @Nullable Integer version,
            @Nullable String sort,
            @Nullable String after,
            @Nullable Integer limit) {
        var parameters = new ArrayList<String>();
        add(parameters, "phase", phase);
        add(parameters, "part", part);
        add(parameters, "version", version);
        add(parameters, "sort", sort);
        add(parameters, "after", after);
        add(parameters, "limit", limit);
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static void add(List<String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
