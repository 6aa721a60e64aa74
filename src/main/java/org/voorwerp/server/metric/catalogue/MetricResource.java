package org.voorwerp.server.metric.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The catalogue of metrics.
@Path("/api/metrics")
@Tag(name = "Metrics")
@RunOnVirtualThread
public class MetricResource {

    private final Catalogue catalogue;

    MetricResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(
            summary = "List metrics",
            description = "Those that a challenge can name, built in and from plug-ins, by name.")
    public List<MetricEntry> list() {
        return catalogue.entries();
    }
}
