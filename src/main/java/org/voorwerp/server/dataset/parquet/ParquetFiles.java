package org.voorwerp.server.dataset.parquet;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.voorwerp.server.dataset.DatasetColumn;
import org.voorwerp.server.duckdb.DuckDbFolder;

/// Writes published tables as Parquet, by DuckDB in a process of its own: see [ParquetProcess].
@ApplicationScoped
public class ParquetFiles {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int LONGEST_MESSAGE = 4000;

    private final ParquetConfig config;
    private final DuckDbFolder duckDb = new DuckDbFolder(ParquetProcess.class);

    ParquetFiles(ParquetConfig config) {
        this.config = config;
    }

    /// Whether tables are published as Parquet at all.
    public boolean areWritten() {
        return config.enabled();
    }

    /// @param table as the server publishes them: UTF-8, commas, quotes doubled, lines ending in a line feed
    /// @param columns all of them, in the table's order
    /// @param work where the process may leave its messages
    /// @throws IOException if DuckDB does not make it
    public void write(Path table, List<DatasetColumn> columns, Path parquet, Path work) throws IOException {
        var messages = Files.createTempFile(work, "parquet", ".log");
        var process = new ProcessBuilder(duckDb.command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(messages.toFile()))
                .start();
        try {
            try (var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
                out.writeLong(config.memory().asLongValue());
                text(out, table.toAbsolutePath().toString());
                text(out, parquet.toAbsolutePath().toString());
                out.writeInt(columns.size());
                for (var column : columns) {
                    text(out, column.name());
                    text(out, type(column));
                }
            } catch (IOException e) {
                // It ended before it had read all, and its messages say why.
            }
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("DuckDB did not write " + parquet + ": " + said(messages));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while DuckDB wrote " + parquet, e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(messages);
        }
    }

    private static String type(DatasetColumn column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
        };
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String said(Path messages) throws IOException {
        try (var in = Files.newInputStream(messages)) {
            return new String(in.readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8);
        }
    }
}
