package org.voorwerp.server.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;
import org.voorwerp.scoring.Part;
import org.voorwerp.server.challenge.BoardShown;
import org.voorwerp.server.leaderboard.Leaderboards.View;

/// Sends a board; a client that has it already gets 304. What everybody sees is written once, and compressed once for
/// all who take it so, and then kept as long as the boards are the same; what one caller sees, or what the clock will
/// open, is made for each answer.
@Singleton
class BoardAnswer {

    private final Leaderboards leaderboards;
    private final Histories histories;
    private final ObjectMapper mapper;

    BoardAnswer(Leaderboards leaderboards, Histories histories, ObjectMapper mapper) {
        this.leaderboards = leaderboards;
        this.histories = histories;
        this.mapper = mapper;
    }

    private enum Form {
        JSON(MediaType.APPLICATION_JSON),
        CSV("text/csv;charset=UTF-8"),
        HISTORY(MediaType.APPLICATION_JSON);

        private final String type;

        Form(String type) {
            this.type = type;
        }
    }

    /// What a written page depends on, besides the boards.
    private record Key(
            Form form, String phase, Part part, BoardQuery query, boolean isFullToAll, boolean isCompressed) {}

    private record Written(byte[] bytes, EntityTag tag) {}

    Response json(View view, Request request, HttpHeaders headers) {
        return answer(view, Form.JSON, request, headers);
    }

    Response csv(View view, Request request, HttpHeaders headers) {
        return answer(view, Form.CSV, request, headers);
    }

    Response history(View view, Request request, HttpHeaders headers) {
        return answer(view, Form.HISTORY, request, headers);
    }

    /// What tells the board that everybody sees from another: the same as the ETag of its JSON, not compressed.
    String tag(View view) {
        return page(view, Form.JSON, false).tag().getValue();
    }

    private Response answer(View view, Form form, Request request, HttpHeaders headers) {
        // What is made for one caller is small, and compressed on its way like everything else.
        boolean isCompressed = view.shown() == BoardShown.FULL && Gzip.isTakenBy(headers);
        var written = page(view, form, isCompressed);
        boolean isPublic = view.challenge().isPublished() && view.isFullToAll();
        var unchanged = request.evaluatePreconditions(written.tag());
        var response = unchanged == null ? Response.ok(written.bytes(), form.type) : unchanged;
        if (unchanged == null && isCompressed) {
            response.header(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
        }
        return response.tag(written.tag())
                .header(HttpHeaders.CACHE_CONTROL, isPublic ? "public, no-cache" : "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    private Written page(View view, Form form, boolean isCompressed) {
        if (view.shown() != BoardShown.FULL) {
            return written(view, form);
        }
        var key = new Key(form, view.phase().name, view.part(), view.query(), view.isFullToAll(), isCompressed);
        return view.current()
                .boards()
                .page(
                        key,
                        Written.class,
                        () -> isCompressed ? compressed(page(view, form, false)) : written(view, form));
    }

    /// Other bytes, and so another tag.
    private static Written compressed(Written plain) {
        return new Written(Gzip.of(plain.bytes()), new EntityTag(plain.tag().getValue() + "-" + Gzip.NAME));
    }

    private Written written(View view, Form form) {
        try {
            var bytes = switch (form) {
                case JSON -> mapper.writeValueAsBytes(leaderboards.page(view));
                case CSV -> BoardCsv.of(leaderboards.page(view)).getBytes(StandardCharsets.UTF_8);
                case HISTORY -> mapper.writeValueAsBytes(histories.of(view));
            };
            return new Written(bytes, tag(bytes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a board is always JSON", e);
        }
    }

    private static EntityTag tag(byte[] body) {
        return new EntityTag(DigestUtils.sha256Hex(body).substring(0, 32));
    }
}
