package org.voorwerp.consensus.crowd.likelihood;

import java.util.stream.IntStream;

/// A range cut into blocks of a fixed size, worked on in parallel; sums are taken in the order of the blocks,
/// so that they do not depend on the number of threads.
record Blocks(int length) {

    private static final int SIZE = 1 << 12;

    interface Work {
        void on(int from, int to);
    }

    interface Term {
        double of(int from, int to);
    }

    static Blocks of(int length) {
        return new Blocks(length);
    }

    void forEach(Work work) {
        blocks().forEach(block -> work.on(block * SIZE, Math.min(length, (block + 1) * SIZE)));
    }

    double sum(Term term) {
        var sums = blocks().mapToDouble(block -> term.of(block * SIZE, Math.min(length, (block + 1) * SIZE)))
                .toArray();
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    private IntStream blocks() {
        int count = (length + SIZE - 1) / SIZE;
        var blocks = IntStream.range(0, count);
        return count > 1 ? blocks.parallel() : blocks;
    }
}
