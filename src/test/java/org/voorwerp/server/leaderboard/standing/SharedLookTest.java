package org.voorwerp.server.leaderboard.standing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedLookTest {

    private final SharedLook<Integer> shared = new SharedLook<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);

    /// The first look lasts until it may go on.
    private int look() throws InterruptedException {
        int number = looks.incrementAndGet();
        if (number == 1) {
            begun.countDown();
            goesOn.await();
        }
        return number;
    }

    @Test
    void whoeverAsksWhileALookIsUnderWayGetsTheNextAndAllGetTheSame() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.ask(this::look));
            begun.await();
            var others = askFifty(threads, this::look);
            goesOn.countDown();
            assertEquals(1, first.get());
            for (var other : others) {
                assertEquals(2, other.get(), "a look that had begun before is not for them");
            }
            assertEquals(2, looks.get());
        }
    }

    @Test
    void whatALookThrowsReachesAllItWasMadeForAndNobodyElse() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> shared.ask(() -> {
                look();
                throw new IOException("the first");
            }));
            begun.await();
            var others = askFifty(threads, this::look);
            goesOn.countDown();
            assertEquals(
                    "the first",
                    assertThrows(ExecutionException.class, first::get)
                            .getCause()
                            .getMessage());
            for (var other : others) {
                assertEquals(2, other.get());
            }
        }
    }

    @Test
    void noTwoLookAtTheSameTimeAndNobodyGetsWhatIsOlderThanTheQuestion() throws Exception {
        var world = new AtomicInteger();
        var isLooking = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int reader = 0; reader < 50; reader++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 200; i++) {
                        int asked = world.incrementAndGet();
                        int found = shared.ask(() -> {
                            assertFalse(isLooking.getAndSet(true), "two look at the same time");
                            int now = world.get();
                            Thread.yield();
                            isLooking.set(false);
                            return now;
                        });
                        assertTrue(found >= asked, "asked at " + asked + ", told of " + found);
                    }
                    return null;
                }));
            }
            for (var reader : all) {
                reader.get();
            }
        }
    }

    private ArrayList<Future<Integer>> askFifty(java.util.concurrent.ExecutorService threads, Callable<Integer> look)
            throws InterruptedException {
        var asked = new CountDownLatch(50);
        var others = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 50; i++) {
            others.add(threads.submit(() -> {
                asked.countDown();
                return shared.ask(look);
            }));
        }
        asked.await();
        // Counted down just before they ask.
        Thread.sleep(50);
        return others;
    }
}
