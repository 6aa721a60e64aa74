package org.voorwerp.server.challenge.pack;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voorwerp.scoring.Metrics;
import org.voorwerp.scoring.TaskKind;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Finding;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// What the checks of a pack share: the places of challenge.yaml, the files, and where to tell what is wrong.
final class Checking {

    private final Place root;
    private final PackFiles files;
    private final Metrics metrics;
    private final Optional<String> programsProblem;
    private final PackFindings findings;
    private final Map<String, Optional<List<String>>> headers = new HashMap<>();
    private @Nullable TaskKind kind;

    Checking(Place root, PackFiles files, Metrics metrics, Optional<String> programsProblem, PackFindings findings) {
        this.root = root;
        this.files = files;
        this.metrics = metrics;
        this.programsProblem = programsProblem;
        this.findings = findings;
    }

    Place root() {
        return root;
    }

    PackFiles files() {
        return files;
    }

    Metrics metrics() {
        return metrics;
    }

    /// Why scoring programs cannot be run here; nothing if they can.
    Optional<String> programsProblem() {
        return programsProblem;
    }

    /// The kind of task, or null where it is not said well enough.
    @Nullable
    TaskKind kind() {
        return kind;
    }

    void kind(TaskKind known) {
        kind = known;
    }

    String slug() {
        return root.get("slug").text().orElse("");
    }

    /// Tells what is wrong with challenge.yaml, unless something was found at this very place already: one mistake is
    /// told once.
    void tell(Finding finding) {
        if (!findings.has(PackFiles.DEFINITION, finding.line(), finding.column())) {
            findings.add(PackFinding.of(PackFiles.DEFINITION, finding));
        }
    }

    /// Tells about each name that stands in a list a second time.
    void tellRepeated(Iterable<Place> names, String noun) {
        var first = new HashMap<String, Place>();
        for (var name : names) {
            var text = name.text();
            if (text.isPresent() && first.putIfAbsent(text.get(), name) != null) {
                tell(name.valueFinding("the " + noun + " " + Excerpt.of(text.get()) + " stands here a second time"));
            }
        }
    }

    /// The columns of a table; null if it is not named, not there or not readable, which has been told then.
    @Nullable
    List<String> columns(Place file) {
        var path = file.text();
        if (path.isEmpty()) {
            return null;
        }
        return headers.computeIfAbsent(path.get(), name -> Optional.ofNullable(readHeader(file, name)))
                .orElse(null);
    }

    /// Tells if a place names a column that the table does not have.
    void requireColumn(Place column, Place file) {
        var known = columns(file);
        var name = column.text();
        if (known == null || name.isEmpty()) {
            return;
        }
        if (!known.contains(name.get())) {
            tell(column.valueFinding("data/" + file.text().orElse("") + " has no column " + Excerpt.of(name.get())
                    + "; there are " + Excerpt.list(known, 50)));
        } else if (known.indexOf(name.get()) != known.lastIndexOf(name.get())) {
            tell(column.valueFinding("data/" + file.text().orElse("") + " has two columns " + Excerpt.of(name.get())));
        }
    }

    /// Whether a path may be followed; tells if not.
    boolean isSafe(Place path) {
        var problem = path.text().map(PackFiles::problem);
        problem.ifPresent(reason -> tell(path.valueFinding("a path in a pack " + reason)));
        return problem.isEmpty();
    }

    private @Nullable List<String> readHeader(Place file, String path) {
        if (!isSafe(file)) {
            return null;
        }
        try (var in = files.openData(slug(), path)) {
            if (in == null) {
                tell(file.valueFinding("there is no file data/" + path + " in the pack"));
                return null;
            }
            try (var table = Table.open(in, path)) {
                return table.columns();
            }
        } catch (TableException e) {
            findings.add(PackFinding.of("data/" + path, e.finding()));
        } catch (IOException e) {
            tell(file.valueFinding("data/" + path + " cannot be read: " + e.getMessage()));
        }
        return null;
    }
}
