package org.voorwerp.consensus.cluster;

/// More things of one subject than are clustered: the work would grow with their square.
public final class TooManyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyException(int size, long comparisons) {
        super(
                "%,d marks of a subject lie so close that it takes over %,d comparisons to cluster them; take a smaller eps"
                        .formatted(size, comparisons));
    }

    TooManyException(int size, int limit, String algorithm) {
        super("%s compares at most %,d marks of a subject here, and there are %,d; leave out who drew so many"
                .formatted(algorithm, limit, size));
    }
}
