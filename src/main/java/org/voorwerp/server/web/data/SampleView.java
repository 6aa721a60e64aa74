package org.voorwerp.server.web.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.dataset.DatasetFile;
import org.voorwerp.server.dataset.sample.TableRows;
import org.voorwerp.server.web.text.Format;

/// A page of a published table.
///
/// @param file its name
/// @param files the tables there are to look into
/// @param from the number of the first row shown, from 1
/// @param previous the row at which the page before begins; null on the first page
/// @param next likewise; null on the last page
public record SampleView(
        String file,
        List<String> files,
        List<String> columns,
        List<Row> rows,
        String says,
        long from,
        long total,
        @Nullable Long previous,
        @Nullable Long next,
        boolean pictured) {

    /// @param image where its image is; null where there are none
    public record Row(@Nullable String image, String subject, List<String> cells) {}

    /// @param images the archive of images; null where there is none
    /// @param id which column holds the id; -1 if none does
    static SampleView of(
            String slug,
            String file,
            List<String> files,
            TableRows.Page page,
            int size,
            @Nullable DatasetFile images,
            int id) {
        var rows = new ArrayList<Row>();
        for (var cells : page.rows()) {
            var subject = id < 0 ? "" : cells.get(id);
            rows.add(new Row(images == null || id < 0 ? null : ImagePages.path(slug, images, subject), subject, cells));
        }
        long first = page.first();
        return new SampleView(
                file,
                files,
                page.columns(),
                rows,
                "Rows " + Format.count(page.total() == 0 ? 0 : first + 1) + " to "
                        + Format.count(first + page.rows().size()) + " of " + Format.count(page.total()),
                first + 1,
                page.total(),
                first == 0 ? null : Math.max(1, first - size + 1),
                first + page.rows().size() < page.total() ? first + page.rows().size() + 1 : null,
                images != null && id >= 0);
    }
}
