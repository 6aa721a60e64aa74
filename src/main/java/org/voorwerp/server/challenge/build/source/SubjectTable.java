package org.voorwerp.server.challenge.build.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Definition;
import org.voorwerp.server.challenge.pack.PackFinding;
import org.voorwerp.server.challenge.pack.PackRefused;
import org.voorwerp.table.Excerpt;
import org.voorwerp.table.Findings;
import org.voorwerp.table.Row;
import org.voorwerp.table.Table;
import org.voorwerp.table.TableException;

/// What is known of the subjects besides their truth.
///
/// @param attributes the columns published, in their order
/// @param rows by upstream id
public record SubjectTable(List<String> attributes, Map<String, Known> rows) {

    /// One subject.
    ///
    /// @param line where it stands in the table
    /// @param cells of the published columns
    /// @param group the cell of the column of groups, if the table has it
    /// @param image the name of its image, if it has one
    public record Known(
            long line,
            List<String> cells,
            @Nullable String group,
            @Nullable String image) {}

    /// Nothing is known.
    static SubjectTable none() {
        return new SubjectTable(List.of(), Map.of());
    }

    /// Reads the table.
    ///
    /// @throws PackRefused naming the lines that are wrong
    static SubjectTable read(Definition definition, Path file) throws IOException {
        var subjects = Objects.requireNonNull(definition.subjects());
        var findings = new Findings();
        try (var table = Table.open(file)) {
            var read = new Reading(definition, table).rows(findings);
            if (findings.isEmpty()) {
                return read;
            }
        } catch (TableException e) {
            findings.add(e.finding());
        }
        throw new PackRefused(
                findings.list().stream()
                        .map(finding -> PackFinding.of("data/" + subjects.file(), finding))
                        .toList(),
                findings.count());
    }

    /// Upstream id → group; the id itself where the table has no groups.
    Map<String, String> groups() {
        var groups = HashMap.<String, String>newHashMap(rows.size());
        rows.forEach((id, known) -> groups.put(id, known.group() == null ? id : known.group()));
        return groups;
    }

    /// A subject of the table.
    public Known get(String id) {
        return Objects.requireNonNull(rows.get(id), id);
    }

    /// Finds its columns once and reads row by row.
    private static final class Reading {

        private final Table table;
        private final List<String> attributes;
        private final int id;
        private final int[] published;
        private final int group;
        private final int image;

        Reading(Definition definition, Table table) {
            var subjects = Objects.requireNonNull(definition.subjects());
            var groupColumn = definition.holdout().group();
            this.table = table;
            this.attributes = Objects.requireNonNullElse(subjects.publish(), List.of());
            this.id = table.column(subjects.subject());
            this.published = attributes.stream().mapToInt(table::column).toArray();
            this.group = groupColumn != null && table.has(groupColumn) ? table.column(groupColumn) : -1;
            this.image = subjects.images() == null
                    ? -1
                    : table.column(subjects.images().column());
        }

        SubjectTable rows(Findings findings) {
            var rows = new HashMap<String, Known>();
            for (var iterator = table.iterator(); iterator.hasNext(); ) {
                try {
                    add(rows, iterator.next());
                } catch (TableException e) {
                    findings.add(e.finding());
                }
            }
            return new SubjectTable(attributes, rows);
        }

        private void add(Map<String, Known> rows, Row row) {
            var subject = row.get(id).strip();
            if (subject.isEmpty()) {
                throw row.problem(id, "the subject's id is empty");
            }
            var cells = Arrays.stream(published).mapToObj(row::get).toList();
            var known = new Known(row.line(), cells, cell(row, group), cell(row, image));
            var before = rows.putIfAbsent(subject, known);
            if (before != null) {
                throw row.problem(
                        id, "subject " + Excerpt.of(subject) + " stands in line " + before.line() + " already");
            }
        }

        private static @Nullable String cell(Row row, int column) {
            if (column < 0) {
                return null;
            }
            var cell = row.get(column).strip();
            if (cell.isEmpty()) {
                throw row.problem(column, "the cell is empty");
            }
            return cell;
        }
    }
}
