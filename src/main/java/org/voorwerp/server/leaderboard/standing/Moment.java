package org.voorwerp.server.leaderboard.standing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads the database as of one moment, whatever is written meanwhile, and outside of any transaction of the caller's:
/// what it has not committed is not read.
@ApplicationScoped
public class Moment {

    private final DataSource database;

    Moment(DataSource database) {
        this.database = database;
    }

    /// Something read.
    public interface Reading<T extends @Nullable Object> {

        T from(Connection connection) throws Exception;
    }

    /// @param reading must not keep the connection
    public <T extends @Nullable Object> T read(Reading<T> reading) {
        return QuarkusTransaction.suspendingExisting().call(() -> {
            try (var connection = database.getConnection()) {
                return read(connection, reading);
            }
        });
    }

    private static <T extends @Nullable Object> T read(Connection connection, Reading<T> reading) throws Exception {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            return reading.from(connection);
        } finally {
            rollBack(connection);
        }
    }

    private static void rollBack(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
