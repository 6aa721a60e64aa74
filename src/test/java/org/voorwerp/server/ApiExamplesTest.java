package org.voorwerp.server;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.voorwerp.server.account.NewToken;
import org.voorwerp.server.leaderboard.Board;
import org.voorwerp.server.submission.SubmissionView;

/// The examples of the API's description are of the form that the server sends.
class ApiExamplesTest {

    private static final ObjectMapper STRICT = new ObjectMapper(new YAMLFactory())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    @Test
    void examplesHaveTheFieldsOfTheRecords() throws IOException {
        var examples = STRICT.readTree(
                        Path.of("main/resources/META-INF/openapi.yaml").toFile())
                .at("/components/examples");
        assertFits(examples.at("/new-token/value"), NewToken.class);
        assertFits(examples.at("/submission/value"), SubmissionView.class);
        assertFits(examples.at("/leaderboard/value"), Board.class);
    }

    private static void assertFits(JsonNode example, Class<?> record) {
        assertDoesNotThrow(() -> STRICT.treeToValue(example, record), record::getSimpleName);
    }
}
