package org.voorwerp.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// docs/reference/openapi.yaml is what the packaged server says of itself.
class OpenApiIT {

    @Test
    void theDescriptionCheckedInIsCurrent() throws IOException {
        Documents.assertCurrent(
                Path.of("..", "docs", "reference", "openapi.yaml"),
                Files.readString(Path.of("..", "target", "openapi", "openapi.yaml")));
    }
}
