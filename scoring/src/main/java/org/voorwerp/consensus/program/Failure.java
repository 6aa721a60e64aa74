package org.voorwerp.consensus.program;

/// Something was asked for that cannot be; whoever called can put it right.
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
