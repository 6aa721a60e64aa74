package org.voorwerp.server.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.table.Finding;

/// What is wrong with a file somebody sent, as a table of places.
///
/// @param named the first of them
/// @param count how many there are in all
public record Mistakes(List<Mistake> named, long count) {

    /// @param file null where there is only one
    /// @param line from 1; 0 where it concerns the whole file
    /// @param column from 1; 0 where it concerns the whole line
    record Mistake(@Nullable String file, long line, int column, String message) {}

    /// Whether they lie in several files.
    public boolean inFiles() {
        return named.stream().anyMatch(mistake -> mistake.file() != null);
    }

    /// Whether any has a place in its file.
    public boolean isPlaced() {
        return named.stream().anyMatch(mistake -> mistake.line() > 0);
    }

    public boolean isMore() {
        return count > named.size();
    }

    /// Those that a refusal names among its members; null if it is about something else.
    public static @Nullable Mistakes of(Map<String, Object> members) {
        if (!(members.get("errors") instanceof List<?> errors)) {
            return null;
        }
        var named = errors.stream().flatMap(Mistakes::mistake).toList();
        return named.isEmpty()
                ? null
                : new Mistakes(
                        named, members.get("errorCount") instanceof Number count ? count.longValue() : named.size());
    }

    public static Mistakes of(List<PackFinding> findings, long count) {
        return new Mistakes(findings.stream().flatMap(Mistakes::mistake).toList(), count);
    }

    private static Stream<Mistake> mistake(Object finding) {
        return switch (finding) {
            case Finding(var line, var column, var message) -> Stream.of(new Mistake(null, line, column, message));
            case PackFinding(var file, var line, var column, var message) ->
                Stream.of(new Mistake(file, line, column, message));
            default -> Stream.empty();
        };
    }
}
