package org.voorwerp.server.storage;

/// A blob that is kept.
///
/// @param digest SHA-256 in lower-case hexadecimal
/// @param bytes its length
public record Blob(String digest, long bytes) {}
