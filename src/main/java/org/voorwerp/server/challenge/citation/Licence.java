package org.voorwerp.server.challenge.citation;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A licence as an organiser wrote it: an identifier of SPDX, an address, or words.
record Licence(String text) {

    /// Identifiers that are common for data, as SPDX spells them.
    private static final Map<String, String> SPDX = Stream.of(
                    "CC0-1.0",
                    "CC-BY-4.0",
                    "CC-BY-3.0",
                    "CC-BY-SA-4.0",
                    "CC-BY-SA-3.0",
                    "CC-BY-NC-4.0",
                    "CC-BY-ND-4.0",
                    "CC-BY-NC-SA-4.0",
                    "CC-BY-NC-ND-4.0",
                    "PDDL-1.0",
                    "ODbL-1.0",
                    "ODC-By-1.0",
                    "CDLA-Permissive-2.0",
                    "CDLA-Sharing-1.0",
                    "Apache-2.0",
                    "MIT",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "GPL-3.0-only",
                    "GPL-3.0-or-later",
                    "OGL-UK-3.0")
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));

    /// SPDX's identifier; null where it is none that is known here.
    @Nullable
    String spdx() {
        return SPDX.get(text.strip().toLowerCase(Locale.ROOT));
    }

    /// An address of its text; null where only its words are known.
    @Nullable
    String address() {
        var spdx = spdx();
        if (spdx != null) {
            return "https://spdx.org/licenses/" + spdx;
        }
        return text.strip().matches("https?://[^\\s\"<>]+") ? text.strip() : null;
    }
}
