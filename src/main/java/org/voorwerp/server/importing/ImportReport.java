package org.voorwerp.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What became of what stood in a challenge of another platform, for the organiser to read before uploading the pack.
public final class ImportReport {

    private final List<String> taken = new ArrayList<>();
    private final List<String> guessed = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    /// Something that stands in the pack as it was.
    void taken(String what, String where) {
        taken.add(what + " → " + where);
    }

    /// Something that the source does not say and the pack must.
    void guessed(String what) {
        guessed.add(what);
    }

    /// Something that the pack does not have.
    void lost(String what, String why) {
        lost.add(what + ": " + why);
    }

    /// A file that the source publishes.
    void unpublished(String what) {
        lost(what, "publish it once the challenge is hosted: PUT …/files/NAME?note=…&description=…");
    }

    public List<String> taken() {
        return List.copyOf(taken);
    }

    public List<String> guessed() {
        return List.copyOf(guessed);
    }

    public List<String> lost() {
        return List.copyOf(lost);
    }

    @Override
    public String toString() {
        return "# What became of it\n\n" + section("Taken over", taken) + section("Assumed, please check", guessed)
                + section("Not taken over", lost);
    }

    private static String section(String title, List<String> lines) {
        var list = lines.isEmpty()
                ? "Nothing."
                : lines.stream()
                        .distinct()
                        .map(line -> "* " + line.replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\n"));
        return "## " + title + "\n\n" + list + "\n\n";
    }
}
