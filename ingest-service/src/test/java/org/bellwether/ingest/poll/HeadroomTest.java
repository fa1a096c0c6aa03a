package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeadroomTest {

    private static final int HEAP_BYTES = 320;
    private static final int TEN_FIT = 1;
    private static final int FILLS_IT = 10;
    private static final int SOON_MILLIS = 10_000;

    private final Headroom headroom = new Headroom(HEAP_BYTES);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean secondRead = new AtomicBoolean();

    @Test
    void aLargeDocumentWaitsForTheOneInHand() throws Exception {
        Thread first = reading(TEN_FIT, this::awaitDone);
        await().until(() -> first.getState() == Thread.State.WAITING);
        Thread second = reading(FILLS_IT, () -> secondRead.set(true));

        await().until(() -> second.getState() == Thread.State.WAITING);
        assertThat(secondRead).isFalse();

        done.countDown();
        second.join(SOON_MILLIS);
        assertThat(secondRead).isTrue();
    }

    @Test
    void smallDocumentsAreReadTogether() throws Exception {
        Thread first = reading(TEN_FIT, this::awaitDone);
        await().until(() -> first.getState() == Thread.State.WAITING);

        reading(TEN_FIT, () -> secondRead.set(true)).join(SOON_MILLIS);

        assertThat(secondRead).isTrue();
        done.countDown();
    }

    @Test
    void oneThatIsLargerThanAllRoomIsReadAllTheSame() {
        assertThat(headroom.<String>reading(Integer.MAX_VALUE, () -> "read")).isEqualTo("read");
    }

    @Test
    void makesRoomAgainWhenReadingFails() throws Exception {
        Thread failing = reading(FILLS_IT, () -> {
            throw new IllegalStateException("the document is at fault");
        });

        failing.join(SOON_MILLIS);

        reading(FILLS_IT, () -> secondRead.set(true)).join(SOON_MILLIS);
        assertThat(secondRead).isTrue();
    }

    private Thread reading(int bytes, Runnable work) {
        Thread thread = new Thread(() -> headroom.reading(bytes, () -> {
            work.run();
            return true;
        }));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void awaitDone() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
