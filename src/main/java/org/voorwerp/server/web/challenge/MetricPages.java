package org.voorwerp.server.web.challenge;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.voorwerp.server.metric.catalogue.Catalogue;
import org.voorwerp.server.metric.catalogue.MetricEntry;
import org.voorwerp.server.web.Frame;
import org.voorwerp.server.web.Frame.Section;
import org.voorwerp.server.web.Visit;
import org.voorwerp.server.web.text.Markdown;

/// The catalogue of metrics, for organisers who choose some and for participants who want to know exactly.
@Path("/metrics")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MetricPages {

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MetricsPage(Frame frame, List<Line> metrics) implements TemplateInstance {}

    /// @param anchor names its place on the page
    record Line(MetricEntry metric, String anchor, String tasks, RawString documentation) {}

    private final Catalogue catalogue;
    private final Visit visit;

    MetricPages(Catalogue catalogue, Visit visit) {
        this.catalogue = catalogue;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance metrics() {
        var lines = catalogue.entries().stream()
                .map(metric -> new Line(
                        metric,
                        metric.name() + "-" + String.join("-", metric.tasks()),
                        metric.tasks().isEmpty() ? "no kind of task yet" : String.join(", ", metric.tasks()),
                        Markdown.toHtml(metric.documentation())))
                .toList();
        return new MetricsPage(visit.frame("Metrics", Section.NONE), lines);
    }
}
