package org.voorwerp.server.news;

import java.time.Instant;
import java.util.UUID;

/// Something that happened.
///
/// @param id the same whenever it is told
/// @param title one line of plain text
/// @param markdown what there is to say of it; may be empty
/// @param page of ours to read on, e.g. `/challenges/galaxy-mergers/leaderboard`
public record News(UUID id, Instant at, String title, String markdown, String page) {}
