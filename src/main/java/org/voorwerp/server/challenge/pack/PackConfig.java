package org.voorwerp.server.challenge.pack;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "voorwerp.packs")
public interface PackConfig {

    /// A folder of pack folders. At start-up each that is not hosted yet is built and published.
    Optional<Path> folder();

    /// Where data files of those packs are looked for that are not in them: first in the folder of the challenge's
    /// slug
    /// there, then in itself; `packs` in the data folder if not set. Packs that are uploaded must hold their data.
    Optional<Path> dataFolder();

    /// How large an uploaded pack may be.
    @WithDefault("2G")
    MemorySize maxBytes();

    /// How many files an uploaded pack may hold.
    @WithDefault("200000")
    int maxEntries();

    /// How large an uploaded pack may be once it is unpacked.
    @WithDefault("20G")
    MemorySize maxUnpackedBytes();
}
