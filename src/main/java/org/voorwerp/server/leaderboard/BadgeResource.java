package org.voorwerp.server.leaderboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who leads, as a small picture for other sites to show. It is made as for somebody who is not signed in.
@Path("/api/challenges/{slug}/badge.svg")
@Tag(name = "Leaderboard")
@RunOnVirtualThread
public class BadgeResource {

    private static final int LONGEST = 40;

    /// Widths are those of 11 pixel sans-serif, generously.
    private static final double PIXELS_PER_LETTER = 6.7;

    private static final int PADDING = 12;

    private final Leaderboards leaderboards;

    BadgeResource(Leaderboards leaderboards) {
        this.leaderboards = leaderboards;
    }

    @GET
    @Produces("image/svg+xml")
    @Operation(
            summary = "A badge with who leads",
            description = "An SVG image of the challenge's title and the first on the board that everybody sees.")
    public Response get(@PathParam("slug") String slug) {
        var view = leaderboards.view(slug, BoardQuery.CURRENT, Optional.empty());
        var board = leaderboards.page(view);
        var first = board.rows().stream().filter(row -> row.rank() != null).findFirst();
        var says = first.map(row -> "1. " + row.team() + score(board, row))
                .orElse(board.shows().equals("full") ? "nobody yet" : "hidden for now");
        return Response.ok(svg(shortened(view.challenge().title), shortened(says)))
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .build();
    }

    private static String score(Board board, BoardRow row) {
        var score = row.scores().get(board.metrics().getFirst().key());
        double value = row.combined() != null ? row.combined() : score == null ? Double.NaN : score.value();
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, " %.4f", value);
    }

    private static String svg(String left, String right) {
        int leftWidth = width(left);
        int width = leftWidth + width(right);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%3$s: %4$s">\
                <rect width="%1$d" height="20" rx="3" fill="#2c5f4e"/><path d="M3 0h%5$dv20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 \
                3-3z" fill="#333"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">\
                <text x="6" y="14">%3$s</text><text x="%2$d" y="14">%4$s</text></g></svg>
                """.formatted(width, leftWidth + 6, escaped(left), escaped(right), leftWidth - 3);
    }

    private static int width(String text) {
        return (int) Math.ceil(text.length() * PIXELS_PER_LETTER) + PADDING;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) || c >= 0xd800 && c < 0xe000 ? ' ' : c);
            }
        });
        return escaped.toString();
    }
}
