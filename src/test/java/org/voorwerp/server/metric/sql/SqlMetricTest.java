package org.voorwerp.server.metric.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.scoring.Comparison;
import org.voorwerp.scoring.Direction;
import org.voorwerp.scoring.Parameters;
import org.voorwerp.scoring.Part;
import org.voorwerp.scoring.Score;
import org.voorwerp.server.metric.Comparisons;
import org.voorwerp.server.metric.MetricFault;

class SqlMetricTest {

    private static final SqlConfig CONFIG = config(Duration.ofSeconds(60));
    private static final Queries QUERIES = new Queries(CONFIG);

    private static SqlConfig config(Duration time) {
        return new SqlConfig() {
            @Override
            public MemorySize memory() {
                return new MemorySize(BigInteger.valueOf(256L << 20));
            }

            @Override
            public Duration time() {
                return time;
            }
        };
    }

    private static Score score(String query, Part part) {
        var metric = new SqlMetric("own", Direction.HIGHER_IS_BETTER, query, QUERIES);
        return metric.score(Comparisons.of(part), Parameters.of(List.of(), Map.of()));
    }

    private static String faultOf(String query) {
        var fault = assertThrows(MetricFault.class, () -> score(query, Part.PUBLIC), query);
        return String.valueOf(fault.getMessage());
    }

    @Test
    void oneNumberIsTheScore() {
        var score = score("select avg((truth_label = prediction_label)::int) from aligned", Part.PUBLIC);
        assertEquals(0.5, score.value(), 1e-15);
        assertNull(score.interval());
        assertEquals(
                1.0,
                score("select avg((truth_label = prediction_label)::int) from aligned", Part.PRIVATE)
                        .value());
    }

    @Test
    void aNumberForEachSubjectIsAveragedAndBringsAnInterval() {
        var score = score(
                "select id, truth.label = prediction.label as right from truth join prediction using (id) order by hash(id)",
                Part.PUBLIC);
        assertEquals(0.5, score.value(), 1e-15);
        var interval = score.interval();
        assertNotNull(interval);
        assertTrue(interval.low() < 0.5 && interval.high() > 0.5, interval::toString);
    }

    @Test
    void onlyThePartScoredIsInTheTables() {
        assertEquals(6, score("select count(*) from truth", Part.PUBLIC).value());
        assertEquals(
                6,
                score("select count(*) from aligned where position % 2 = 1", Part.PRIVATE)
                        .value());
        assertEquals(
                0,
                score("select count(*) from prediction where position % 2 = 1", Part.PUBLIC)
                        .value());
    }

    @Test
    void namesAndVotesArriveAsTheyAre() {
        assertEquals(
                2,
                score("select count(*) from truth where label = 'spiral, barred'", Part.PUBLIC)
                        .value());
        assertEquals(150, score("select sum(votes) from truth", Part.PUBLIC).value());
    }

    /// Queries, and what is said of them.
    private static final String REFUSED = """
        select 1; select 2                                             | one statement
        select 1; drop table aligned                                   | only a SELECT
        copy aligned to '/tmp/stolen.csv'                              | only a SELECT
        attach '/tmp/other.db'                                         | only a SELECT
        install httpfs                                                 | only a SELECT
        load httpfs                                                    | only a SELECT
        pragma database_list                                           | only a SELECT
        set threads = 4                                                | only a SELECT
        set memory_limit = '100GB'                                     | only a SELECT
        reset memory_limit                                             | only a SELECT
        create table x as select 1                                     | only a SELECT
        delete from aligned                                            | only a SELECT
        call duckdb_settings()                                         | only a SELECT
        explain select 1                                               | only a SELECT
        export database '/tmp/stolen'                                  | only a SELECT
        select content from read_text('/etc/passwd')                   | read_text is not allowed
        select length(content) from read_blob('/etc/passwd')           | read_blob is not allowed
        select count(*) from read_csv('/etc/passwd')                   | read_csv is not allowed
        select count(*) from read_parquet('https://example.org/x')     | read_parquet is not allowed
        select count(*) from read_json_auto('http://localhost:8080/')  | read_json_auto is not allowed
        select count(*) from glob('/etc/*')                            | glob is not allowed
        select count(*) from '/etc/passwd'                             | does not exist
        select count(*) from 'http://localhost:8080/api/challenges.csv' | csv
        select count(*) from duckdb_secrets()                          | duckdb_secrets is not allowed
        select count(*) from duckdb_settings()                         | duckdb_settings is not allowed
        select * from query('select 1')                                | query is not allowed
        select * from query_table('aligned')                           | query_table is not allowed
        select 1 where exists (from read_text('/etc/passwd'))          | read_text is not allowed
        select getenv('HOME')                                          | getenv does not exist
        select current_setting('memory_limit')                         | current_setting is not allowed
        select random()                                                | random is not allowed
        select epoch(now())                                            | now is not allowed
        select nextval('x')                                            | nextval is not allowed
        select count(*) from aligned using sample 3                    | a sample is not allowed
        describe aligned                                               | DESCRIBE
        summarize aligned                                              | SUMMARIZE
        select 'nan'::double                                           | NaN
        select 'infinity'::double                                      | Infinity
        select null::int                                               | NULL
        select 'text'                                                  | VARCHAR
        select 1 from aligned                                          | 6 rows of one column
        select id, 1 from aligned limit 5                              | 5 rows with 5 ids
        select 's00' as id, 1 from aligned                             | 6 rows with 1 ids
        select id || 'x' as id, 1 from aligned                         | each id once
        select id, null::int from aligned                              | 0 numbers
        select * from aligned                                          | 5 columns
        selec 1                                                        | cannot be read
        select no_such from aligned                                    | no_such
            """;

    static Stream<Arguments> refused() {
        return REFUSED.lines()
                .map(line -> line.split(" \\| "))
                .map(cells -> Arguments.of(cells[0].strip(), cells[1].strip()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoScoreIsRefusedSayingWhy(String query, String reason) {
        var told = faultWithoutProcess(query);
        assertTrue(told.contains(reason), () -> query + " → " + told);
    }

    /// The same in this process, which is quicker; what comes of it is judged by the metric as usual.
    private static String faultWithoutProcess(String query) {
        var here = new Queries(CONFIG) {
            @Override
            public Answer answer(Comparison comparison, String query) {
                var in = new ByteArrayOutputStream();
                var out = new ByteArrayOutputStream();
                try {
                    new ComparisonStream(comparison).write(256L << 20, query, new DataOutputStream(in));
                    QueryProcess.answer(
                            new DataInputStream(new ByteArrayInputStream(in.toByteArray())), new DataOutputStream(out));
                    return answer(out.toByteArray(), comparison.size());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        var metric = new SqlMetric("own", Direction.HIGHER_IS_BETTER, query, here);
        var comparison = Comparisons.of(Part.PUBLIC);
        var none = Parameters.of(List.of(), Map.of());
        return String.valueOf(assertThrows(MetricFault.class, () -> metric.score(comparison, none), query)
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with recursive t as (select 1 as x union all select x + 1 from t) select count(*) from t",
                "select sum(a.position) from range(1000000) x, range(1000000) y, aligned a where x.range * y.range % 7 = a.position",
            })
    void aQueryThatNeverEndsIsEnded(String query) {
        var metric =
                new SqlMetric("own", Direction.HIGHER_IS_BETTER, query, new Queries(config(Duration.ofSeconds(3))));
        var fault = assertThrows(
                MetricFault.class, () -> metric.score(Comparisons.of(Part.PUBLIC), Parameters.of(List.of(), Map.of())));
        var told = String.valueOf(fault.getMessage());
        assertTrue(told.contains("longer than the 3 seconds") || told.contains("emory"), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select length(repeat('x', 4000000000))",
                "select sum(length(repeat('x', 100000000 + range::int))) from range(100)",
                "select length(string_agg(repeat('x', 10000000), '')) from range(10000)",
                "select len(list(range)) from range(10000000000)",
                "select count(distinct range) from range(10000000000)",
                "select count(*) from (select a.range, b.range, c.range from range(100000) a, range(100000) b, range(1000) c order by all)",
                "select len(range(2000000000))",
                "select len(list_transform(range(1000), lambda x: repeat('y', 100000000)))",
            })
    void aQueryThatEatsMemoryHarmsItselfOnly(String query) {
        var told = faultOf(query);
        assertTrue(
                told.toLowerCase().contains("memory") || told.contains("limit") || told.contains("longer than"), told);
        assertEquals(6, score("select count(*) from truth", Part.PUBLIC).value());
    }

    @Test
    void anErrorOfAnyLengthIsShort() {
        assertTrue(faultOf("select error(repeat('x', 10000000))").length() <= 2000);
    }

    @Test
    void nothingWasWritten() {
        faultOf("copy aligned to '/tmp/voorwerp-stolen.csv'");
        assertFalse(Files.exists(Path.of("/tmp/voorwerp-stolen.csv")));
    }
}
