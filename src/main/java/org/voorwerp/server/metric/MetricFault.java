package org.voorwerp.server.metric;

/// A metric that an organiser wrote did not give a score: its query is refused, its program ended badly. The message is
/// for the organiser; it may quote the truth, so participants see an incident id only. Trying again would not help.
public final class MetricFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MetricFault(String message) {
        super(message);
    }
}
