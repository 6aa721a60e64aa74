package org.voorwerp.consensus.panoptes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.voorwerp.table.CellBytes;
import org.voorwerp.table.Finding;
import org.voorwerp.table.RowBlock;
import org.voorwerp.table.RowBlocks;
import org.voorwerp.table.TableException;
import org.voorwerp.table.Unpacked;

/// Reads a classification export of any size: one thread takes the file apart, all others of the machine read the
/// cells of whole blocks of rows, and what they make of them is handed on in the order of the file.
///
/// Memory holds a few blocks. The file may be compressed, see [Unpacked].
public final class ClassificationExport {

    private static final int LONGEST_ROW = 1 << 24;
    private static final int BLOCK = 1 << 19;

    private final RowBlocks blocks;
    private final Runnable progress;

    private ClassificationExport(InputStream in, char separator, Runnable progress) {
        this.progress = progress;
        blocks = new RowBlocks(in, separator, LONGEST_ROW, BLOCK);
    }

    /// What is made of a block, once that is known.
    private record Pending<R>(FutureTask<R> task, RowBlock block) {}

    /// Reads a file to its end.
    ///
    /// @param read makes something of some rows; called on several threads at once
    /// @param inOrder takes what was made, in the order of the file, on the caller's thread
    /// @param progress told now and then how many bytes of the file were read
    /// @throws TableException if the file is no export, or cannot be read on; what was made of the rows before was
    ///     handed on by then
    public static <R> void read(Path file, Function<ExportRows, R> read, Consumer<R> inOrder, LongConsumer progress)
            throws IOException {
        var name = file.getFileName().toString();
        try (var channel = Files.newByteChannel(file)) {
            var unpacked = Unpacked.of(Channels.newInputStream(channel), name);
            char separator = unpacked.tabs() ? '\t' : ',';
            try (var text = unpacked.text()) {
                new ClassificationExport(text, separator, () -> progress.accept(position(channel))).read(read, inOrder);
            }
        } catch (ZipException | EOFException e) {
            throw new TableException(Finding.ofFile("the compressed data of " + name + " ends early or is damaged"));
        }
    }

    private static long position(SeekableByteChannel channel) {
        try {
            return channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <R> void read(Function<ExportRows, R> read, Consumer<R> inOrder) throws IOException {
        var block = new RowBlock();
        if (!blocks.fill(block)) {
            throw new TableException(Finding.ofFile("the file is empty: a header line is expected"));
        }
        var columns = new ExportColumns(header(block), block.rows() > 1 ? block.cells(1) : 0);
        int others = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var workers = Executors.newFixedThreadPool(
                others, Thread.ofPlatform().daemon().factory());
        try {
            readOn(block, columns, read, inOrder, workers, others + 2);
        } finally {
            workers.shutdownNow();
        }
    }

    private <R> void readOn(
            RowBlock first,
            ExportColumns columns,
            Function<ExportRows, R> read,
            Consumer<R> inOrder,
            ExecutorService workers,
            int atOnce)
            throws IOException {
        var pending = new ArrayDeque<Pending<R>>();
        var free = new ArrayDeque<RowBlock>();
        TableException end = null;
        boolean more = true;
        boolean withHeader = true;
        for (RowBlock block = first; more; withHeader = false) {
            var rows = new ExportRows(columns, block, withHeader);
            var task = new FutureTask<>(() -> read.apply(rows));
            pending.add(new Pending<>(task, block));
            workers.execute(task);
            if (pending.size() == atOnce) {
                free.add(finish(pending.remove(), inOrder));
            }
            block = free.isEmpty() ? new RowBlock() : free.remove();
            try {
                more = blocks.fill(block);
            } catch (TableException e) {
                end = e;
                more = false;
            }
        }
        while (!pending.isEmpty()) {
            finish(pending.remove(), inOrder);
        }
        if (end != null) {
            throw end;
        }
    }

    /// Hands on what was made of a block. If nobody has begun with it, it is made here: waiting makes nothing.
    private <R> RowBlock finish(Pending<R> pending, Consumer<R> inOrder) throws IOException {
        pending.task().run();
        try {
            inOrder.accept(pending.task().get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
        progress.run();
        return pending.block();
    }

    private static List<String> header(RowBlock block) {
        var cell = new CellBytes();
        var names = new ArrayList<String>();
        for (int column = 0; column < block.cells(0); column++) {
            block.read(0, column, cell);
            names.add(cell.text());
        }
        return names;
    }
}
