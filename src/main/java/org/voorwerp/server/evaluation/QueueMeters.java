package org.voorwerp.server.evaluation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// How much waits to be scored, and for how long: what an operator watches.
@ApplicationScoped
class QueueMeters {

    private static final Logger LOG = Logger.getLogger(QueueMeters.class);

    private final DataSource database;
    private final Clock clock;

    QueueMeters(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("voorwerp.submissions.unscored", this, QueueMeters::unscored)
                .description("Submissions that wait to be scored or are being scored")
                .register(metrics);
        Gauge.builder("voorwerp.submissions.oldest.unscored", this, QueueMeters::oldest)
                .description("Age of the oldest submission without a result")
                .baseUnit("seconds")
                .register(metrics);
    }

    private double unscored() {
        return ask("select count(*)::float8 from submission where state in ('accepted', 'scoring')");
    }

    private double oldest() {
        double since = ask("select coalesce(extract(epoch from min(accepted_at)), -1)::float8 from submission"
                + " where state in ('accepted', 'scoring')");
        if (!(since >= 0)) {
            return since == -1 ? 0 : Double.NaN;
        }
        var accepted = Instant.ofEpochMilli((long) (since * 1000));
        return Math.max(0, Duration.between(accepted, clock.instant()).toMillis() / 1000.0);
    }

    /// NaN, Prometheus' word for unknown, where the database is out of reach.
    private double ask(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getDouble(1) : Double.NaN;
        } catch (SQLException e) {
            LOG.warnf("no queue depth: %s", e.getMessage());
            return Double.NaN;
        }
    }
}
