package org.voorwerp.consensus.panoptes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.voorwerp.table.CellBytes;

/// JSON in cells. Browsers wrote `NaN` for coordinates.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static JsonParser parser(CellBytes cell) throws IOException {
        return MAPPER.getFactory().createParser(cell.bytes(), cell.from(), cell.length());
    }

    static JsonNode tree(CellBytes cell) throws IOException {
        return MAPPER.readTree(cell.bytes(), cell.from(), cell.length());
    }

    static JsonNode tree(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }
}
