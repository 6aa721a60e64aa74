package org.voorwerp.consensus;

import java.util.Map;

/// The numbers of a [Tally], without its lines.
record Rows(long read, long used, Map<String, Long> dropped) {

    static Rows of(Tally tally) {
        return new Rows(tally.read(), tally.used(), tally.dropped());
    }
}
