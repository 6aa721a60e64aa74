package org.voorwerp.server.metric.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.server.duckdb.DuckDbFolder;
import org.voorwerp.server.metric.MetricFault;
import org.voorwerp.server.metric.sandbox.Job;
import org.voorwerp.server.metric.sandbox.Limits;
import org.voorwerp.server.metric.sandbox.Sandbox;

/// Answers queries, each in a process of its own: DuckDB is native code and not all its memory heeds its limit, so what
/// a query can break must not be the server. The process is confined like any stranger's program, where bubblewrap
/// works; DuckDB itself is locked in any case ([QueryProcess]).
@ApplicationScoped
public class Queries {

    /// What the process needs besides DuckDB's memory.
    private static final long OVERHEAD = 512L << 20;

    /// What Java and DuckDB reserve and hardly touch.
    private static final long RESERVED = 4L << 30;

    /// Longer texts of errors are cut: a query can quote all it reads.
    private static final int LONGEST_PROBLEM = 2000;

    private final SqlConfig config;
    private final DuckDbFolder duckDb = new DuckDbFolder(QueryProcess.class);

    public Queries(SqlConfig config) {
        this.config = config;
    }

    /// What a query gives.
    public sealed interface Answer {

        /// The score itself.
        record OneNumber(double value) implements Answer {}

        /// A number for each subject compared, in their order; the score is their mean.
        record EachSubject(double[] values) implements Answer {}
    }

    /// Answers a query over the tables of a comparison.
    ///
    /// @throws MetricFault if the query is refused, fails, or takes too much
    public Answer answer(Comparison comparison, String query) {
        try {
            var outcome = Sandbox.run(job(comparison, query));
            if (outcome.stopped() != null) {
                throw new MetricFault("the query " + outcome.stopped());
            }
            if (outcome.output().length == 0) {
                throw new MetricFault("the query's process ended with status " + outcome.exit()
                        + ": most likely it ran out of memory\n" + outcome.log());
            }
            return answer(outcome.output(), comparison.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Job job(Comparison comparison, String query) throws IOException {
        long memory = config.memory().asLongValue();
        var visible = new TreeMap<>(duckDb.visible());
        return new Job(
                duckDb.command(),
                Map.of("LANG", "C.UTF-8"),
                visible,
                List.of("/tmp"),
                "/",
                out -> new ComparisonStream(comparison).write(memory, query, new DataOutputStream(out)),
                new Limits(
                        memory + OVERHEAD,
                        memory + RESERVED,
                        64,
                        config.time(),
                        1 << 20,
                        LONGEST_PROBLEM * 4L + 16 + 8L * comparison.size()));
    }

    /// What the process wrote.
    static Answer answer(byte[] output, int subjects) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(output));
        return switch (in.readByte()) {
            case QueryProcess.NUMBER -> new Answer.OneNumber(in.readDouble());
            case QueryProcess.VALUES -> {
                var values = new double[subjects];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readDouble();
                }
                yield new Answer.EachSubject(values);
            }
            default -> {
                var problem = new String(in.readNBytes(LONGEST_PROBLEM * 4), StandardCharsets.UTF_8);
                throw new MetricFault(
                        problem.length() > LONGEST_PROBLEM ? problem.substring(0, LONGEST_PROBLEM) : problem);
            }
        };
    }
}
