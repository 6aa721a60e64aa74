package org.voorwerp.server.challenge.pack;

/// How large packs of strangers may be.
///
/// @param bytes of the archive
/// @param entries in it
/// @param unpackedBytes of all its files together
public record PackLimits(long bytes, int entries, long unpackedBytes) {

    public static PackLimits of(PackConfig config) {
        return new PackLimits(
                config.maxBytes().asLongValue(),
                config.maxEntries(),
                config.maxUnpackedBytes().asLongValue());
    }
}
