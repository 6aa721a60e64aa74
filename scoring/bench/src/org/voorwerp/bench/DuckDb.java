package org.voorwerp.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The same work in SQL: `DuckDb TRUTH PREDICTIONS`. The truth is loaded first and not timed. Prints the scores and the
/// seconds of three rounds.
final class DuckDb {

    private static final int ROUNDS = 3;

    private DuckDb() {}

    public static void main(String[] files) throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:duckdb:")) {
            run(database, "set threads = 2");
            run(database, "create table truth as select id, p0 as label from read_csv('" + files[0] + "')");
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                run(
                        database,
                        "create or replace table predictions as select id, p0 as p from read_csv('" + files[1] + "')");
                run(
                        database,
                        "create or replace table aligned as select label, p from truth join predictions using (id)");
                // Equal predictions make one step, as in the definitions.
                run(database, """
                        create or replace table steps as
                        select p, sum(label) as hits, count(*) - sum(label) as alarms from aligned group by p
                        """);
                query(database, """
                        with below as (
                          select hits, alarms, sum(alarms) over (order by p) - alarms as lower from steps)
                        select sum(hits * (lower + alarms / 2)) / (sum(hits) * sum(alarms)) from below
                        """);
                query(database, """
                        with above as (
                          select hits, sum(hits) over (order by p desc) as h, sum(alarms) over (order by p desc) as a
                          from steps)
                        select sum(hits * h / (h + a)) / sum(hits) from above
                        """);
                query(database, """
                        select avg(-ln(case when label = 1 then q else 1 - q end))
                        from (select label, greatest(1e-15, least(1 - 1e-15, p)) as q from aligned)
                        """);
                System.out.printf("seconds %.4f%n", (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void query(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            System.out.printf("%.12f%n", result.getDouble(1));
        }
    }
}
