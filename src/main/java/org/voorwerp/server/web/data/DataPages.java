package org.voorwerp.server.web.data;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.challenge.Challenge;
import org.voorwerp.server.challenge.Challenges;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.profile.ColumnProfile;
import org.voorwerp.server.dataset.profile.TableProfile;
import org.voorwerp.server.dataset.profile.TableProfiles;
import org.voorwerp.server.dataset.sample.TableRows;
import org.voorwerp.server.web.ChallengeHead;
import org.voorwerp.server.web.ChallengeViews;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Position;
import org.voorwerp.server.web.TaskWords;
import org.voorwerp.server.web.Visit;

/// A challenge's data: to fetch, to browse, to understand.
@Path("/challenges/{slug}/data")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class DataPages {

    private static final int ROWS = 20;
    private static final int LARGE_WIDTH = 640;
    private static final int LARGE_HEIGHT = 160;
    private static final int LARGE_BARS = 64;

    /// @param sample null where there is no table to look into
    /// @param columns of the same table
    /// @param more how many columns it has besides
    /// @param close one of its columns, drawn large; null where none was asked for and the table has none to offer
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChallengeData(
            Frame frame,
            ChallengeHead challenge,
            @Nullable RawString text,
            List<FileView> files,
            List<Snippet> fetch,
            List<ColumnView> asked,
            @Nullable SampleView sample,
            List<ColumnLine> columns,
            int more,
            @Nullable ColumnLine close)
            implements TemplateInstance {}

    /// Columns of a submission in a row that hold the same.
    ///
    /// @param last the last one's name; null where there is only one
    record ColumnView(String first, @Nullable String last, int count, String holds) {}

    /// A table and what it holds.
    private record Looked(DatasetFile file, TableProfile profile) {}

    private final Challenges challenges;
    private final ChallengeViews views;
    private final TableProfiles profiles;
    private final TableRows rows;
    private final Visit visit;

    DataPages(Challenges challenges, ChallengeViews views, TableProfiles profiles, TableRows rows, Visit visit) {
        this.challenges = challenges;
        this.views = views;
        this.profiles = profiles;
        this.rows = rows;
        this.visit = visit;
    }

    /// @param file which table to look into
    /// @param row from which on, from 1
    /// @param column which column to look at closely
    @GET
    @Operation(hidden = true)
    public TemplateInstance data(
            @PathParam("slug") String slug,
            @RestQuery @Nullable String file,
            @RestQuery @DefaultValue("1") String row,
            @RestQuery @Nullable String column) {
        var challenge = challenges.visible(slug, visit.caller());
        var files = DatasetFile.of(challenge.id);
        var looked = looked(files, file);
        var profile = looked.map(Looked::profile);
        return new ChallengeData(
                visit.frame("Data · " + challenge.title, Section.CHALLENGES).describedBy(challenge.summary),
                views.head(challenge, visit.caller()),
                views.text(challenge, "data"),
                files.stream().map(one -> FileView.of(challenge.slug, one)).toList(),
                Snippet.fetch(visit.origin(), challenge.slug, files),
                asked(challenge),
                looked.map(table -> sample(challenge, files, table, Position.of(row)))
                        .orElse(null),
                profile.map(DataPages::lines).orElse(List.of()),
                profile.map(p -> p.width() - p.columns().size()).orElse(0),
                profile.flatMap(p -> close(challenge, p, column)).orElse(null));
    }

    private Optional<Looked> looked(List<DatasetFile> files, @Nullable String name) {
        var tables = files.stream().filter(DataPages::isTable).toList();
        var named = tables.stream().filter(table -> table.name.equals(name)).findFirst();
        return named.or(() -> tables.stream().findFirst())
                .flatMap(table -> profiles.of(table).map(profile -> new Looked(table, profile)));
    }

    private SampleView sample(Challenge challenge, List<DatasetFile> files, Looked table, long row) {
        var page = rows.page(table.file(), table.profile(), row - 1, ROWS);
        return SampleView.of(
                challenge.slug,
                table.file().name,
                files.stream().filter(DataPages::isTable).map(f -> f.name).toList(),
                page,
                ROWS,
                files.stream()
                        .filter(f -> f.name.equals(DatasetFile.IMAGES))
                        .findFirst()
                        .orElse(null),
                page.columns().indexOf(challenge.definition.idColumn()));
    }

    private static boolean isTable(DatasetFile file) {
        return file.name.endsWith(".csv");
    }

    private static List<ColumnLine> lines(TableProfile profile) {
        return profile.columns().stream()
                .map(column -> ColumnLine.of(column, profile.rows()))
                .toList();
    }

    /// The column asked for, or what is to be predicted, or the last one.
    private static Optional<ColumnLine> close(Challenge challenge, TableProfile profile, @Nullable String name) {
        var drawn = profile.columns().stream()
                .filter(column -> !(column instanceof ColumnProfile.Texts))
                .toList();
        var predicted = challenge.definition.taskKind().columns().getFirst().name();
        return drawn.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> drawn.stream()
                        .filter(column ->
                                column.name().equals(predicted) || column.name().equals("label"))
                        .findFirst())
                .or(() -> drawn.isEmpty() ? Optional.empty() : Optional.of(drawn.getLast()))
                .map(column -> ColumnLine.of(column, profile.rows(), LARGE_WIDTH, LARGE_HEIGHT, LARGE_BARS));
    }

    private static List<ColumnView> asked(Challenge challenge) {
        var asked = new ArrayList<ColumnView>();
        asked.add(new ColumnView(challenge.definition.idColumn(), null, 1, "the subject, as in test.csv"));
        for (var column : challenge.definition.taskKind().columns()) {
            var holds = TaskWords.cells(column);
            var before = asked.getLast();
            if (before.holds().equals(holds)) {
                asked.set(asked.size() - 1, new ColumnView(before.first(), column.name(), before.count() + 1, holds));
            } else {
                asked.add(new ColumnView(column.name(), null, 1, holds));
            }
        }
        return asked;
    }
}
