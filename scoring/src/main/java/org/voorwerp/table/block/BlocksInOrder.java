package org.voorwerp.table.block;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the blocks of a file on several threads at once, and has what was read kept in the order of the file:
/// what comes of it does not depend on the number of threads.
///
/// A thread that has read a block hands it over and goes on to the next. Whoever completes the block whose turn it
/// is keeps it, and those after it that are ready.
public final class BlocksInOrder<R extends BlocksInOrder.Reader> {

    /// Room for one block, and for what is read from it.
    public interface Reader {

        LineBlock block();

        /// Reads the block, while other threads read others.
        void read();

        /// Keeps what was read, after all blocks before this one and while no other is kept.
        ///
        /// @return false if it cannot be kept: then reading stops before this block
        boolean keep();
    }

    private final LineBlocks blocks;
    private final int threads;
    private final Supplier<R> newReader;
    private final int mostReaders;

    /// The one released last comes first: what is in it is still near the processor.
    private final Deque<R> idle = new ArrayDeque<>();
    private final Map<Long, R> ready = new HashMap<>();
    private final List<LineBlock> notKept = new ArrayList<>();
    private int readers;
    private long turn;
    private boolean keeping;
    private boolean stopped;
    private @Nullable Throwable failure;

    /// @param threads how many threads read, this one among them
    /// @param newReader called twice a thread at most
    public BlocksInOrder(LineBlocks blocks, int threads, Supplier<R> newReader) {
        this.blocks = blocks;
        this.threads = threads;
        this.newReader = newReader;
        mostReaders = threads == 1 ? 1 : 2 * threads;
    }

    /// Reads to the end of the file, or to the first block that cannot be kept.
    ///
    /// @return the file from that block on; null at the end
    public @Nullable InputStream run() throws IOException {
        var first = next();
        if (first == null) {
            return null;
        }
        var helpers = new ArrayList<Thread>();
        // Most files are small, and need no help.
        for (int i = 1; i < threads && !blocks.isAtEnd(); i++) {
            helpers.add(Thread.ofPlatform().daemon().name("blocks-" + i).start(() -> loop(null)));
        }
        loop(first);
        for (var helper : helpers) {
            join(helper);
        }
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return stopped ? blocks.rest(notKept) : null;
    }

    private void loop(@Nullable R first) {
        try {
            for (var reader = first == null ? next() : first; reader != null; reader = next()) {
                reader.read();
                handOver(reader);
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    /// A reader whose block is filled; null if there is nothing more to read.
    private @Nullable R next() throws IOException {
        var reader = idle();
        if (reader != null && !blocks.read(reader.block())) {
            release(reader);
            return null;
        }
        return reader;
    }

    private synchronized void release(R reader) {
        idle.push(reader);
        notifyAll();
    }

    private synchronized @Nullable R idle() throws IOException {
        try {
            while (idle.isEmpty() && readers == mostReaders && !stopped) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        }
        if (stopped) {
            return null;
        }
        var reader = idle.poll();
        if (reader == null) {
            reader = newReader.get();
            readers++;
        }
        return reader;
    }

    private void handOver(R reader) {
        for (var next = ready(reader); next != null; next = ready(null)) {
            kept(next, !stopped && next.keep());
        }
    }

    /// Adds a reader to those that are ready.
    ///
    /// @return the one whose turn it is, for the caller to keep; null if there is none or somebody is at it
    private synchronized @Nullable R ready(@Nullable R reader) {
        if (reader != null) {
            ready.put(reader.block().number(), reader);
            if (keeping) {
                return null;
            }
        }
        var next = ready.remove(turn);
        keeping = next != null;
        return next;
    }

    private synchronized void kept(R reader, boolean kept) {
        turn++;
        if (kept) {
            idle.push(reader);
        } else {
            stopped = true;
            notKept.add(reader.block());
        }
        notifyAll();
    }

    private synchronized void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
        stopped = true;
        notifyAll();
    }

    private static void join(Thread helper) throws IOException {
        try {
            helper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        }
    }
}
