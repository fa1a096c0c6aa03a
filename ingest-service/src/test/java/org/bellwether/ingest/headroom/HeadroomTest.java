package org.bellwether.ingest.headroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeadroomTest {

    private static final int PIECE = BodyBuffer.PIECE_BYTES;
    private static final int OWN = 64 << 10;
    private static final int LARGEST = 10 * PIECE;
    private static final int SHARED = 12 * PIECE;

    /** Room for one largest body with its last piece, and a little more beside; nothing of its own for any poll. */
    private static final long HEAP = 8L * (LARGEST + PIECE + SHARED);

    /** So many that none has a byte of its own. */
    private static final int POLLS = 1 << 30;

    private static final int SOON_MILLIS = 10_000;

    private final Headroom headroom = new Headroom(HEAP, LARGEST, POLLS);
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicBoolean secondRead = new AtomicBoolean();

    @Test
    void bodiesGrowBesideEachOtherUntilTheShareIsUsedUp() throws Exception {
        try (Room one = headroom.ofPoll();
                Room other = headroom.ofPoll()) {
            one.grow(7 * PIECE);
            other.grow(5 * PIECE);

            assertThatThrownBy(() -> one.grow(1)).isInstanceOf(NoRoomException.class);
            assertThat(headroom.received()).isEqualTo(SHARED);
        }
        assertThat(headroom.received()).isZero();
        try (Room next = headroom.ofPoll()) {
            next.grow(SHARED);
        }
    }

    @Test
    void whoseTurnItIsLacksNothingHoweverCrowdedItIs() throws Exception {
        try (Room crowd = headroom.ofPoll();
                Room inTurn = headroom.ofPollInTurn()) {
            crowd.grow(SHARED);

            inTurn.grow(LARGEST);

            assertThat(headroom.mostReceived()).isLessThanOrEqualTo(headroom.bound());
        }
    }

    @Test
    void theNextTurnComesWhenTheFormerIsOver() throws Exception {
        Room first = headroom.ofPollInTurn();
        Thread next = started(() -> {
            headroom.ofPollInTurn().close();
            secondRead.set(true);
        });
        await().until(() -> next.getState() == Thread.State.WAITING);
        assertThat(secondRead).isFalse();

        first.close();

        next.join(SOON_MILLIS);
        assertThat(secondRead).isTrue();
    }

    @Test
    void aSmallBodyOfAPollNeedsNoLeave() throws Exception {
        Headroom roomy = new Headroom(64L << 20, LARGEST, 2);
        try (Room crowd = roomy.ofPreview(Duration.ZERO);
                Room poll = roomy.ofPoll()) {
            crowd.grow((int) (roomy.bound() - LARGEST - PIECE - 2 * OWN));
            assertThatThrownBy(() -> crowd.grow(1)).isInstanceOf(NoRoomException.class);

            poll.grow(OWN);

            assertThatThrownBy(() -> poll.grow(1)).isInstanceOf(NoRoomException.class);
        }
    }

    @Test
    void ofTwoPreviewsThatEachHoldAPartAndWaitForMoreOneGivesUp() throws Exception {
        CountDownLatch bothHold = new CountDownLatch(2);
        AtomicBoolean otherGaveUp = new AtomicBoolean();
        Thread other = started(() -> otherGaveUp.set(givesUp(bothHold)));

        boolean oneGaveUp = givesUp(bothHold);
        other.join(SOON_MILLIS);
        assertThat(other.isAlive()).isFalse();
        assertThat(oneGaveUp || otherGaveUp.get()).isTrue();
        assertThat(headroom.received()).isZero();
    }

    @Test
    void aLargeDocumentIsReadAloneAndSmallOnesTogether() throws Exception {
        Thread first = reading(1, done::await);
        await().until(() -> first.getState() == Thread.State.WAITING);
        reading(1, () -> secondRead.set(true)).join(SOON_MILLIS);
        assertThat(secondRead).isTrue();
        secondRead.set(false);
        Thread large = reading(LARGEST, () -> secondRead.set(true));
        await().until(() -> large.getState() == Thread.State.WAITING);
        assertThat(secondRead).isFalse();

        done.countDown();

        large.join(SOON_MILLIS);
        assertThat(secondRead).isTrue();
    }

    @Test
    void aPreviewDoesNotWaitForeverToBeRead() throws Exception {
        Thread first = reading(LARGEST, done::await);
        await().until(() -> first.getState() == Thread.State.WAITING);
        try (Room preview = headroom.ofPreview(Duration.ofMillis(1))) {
            preview.grow(PIECE);

            assertThatThrownBy(() -> preview.reading(() -> true)).isInstanceOf(NoRoomException.class);
        }
        done.countDown();
    }

    @Test
    void thereIsRoomAgainWhenReadingFails() throws Exception {
        reading(LARGEST, () -> {
                    throw new IllegalStateException("the document is at fault");
                })
                .join(SOON_MILLIS);

        reading(LARGEST, () -> secondRead.set(true)).join(SOON_MILLIS);

        assertThat(secondRead).isTrue();
    }

    @Test
    void whoeverWaitsCanBeInterrupted() throws Exception {
        Thread first = reading(LARGEST, done::await);
        await().until(() -> first.getState() == Thread.State.WAITING);
        Thread waiting = reading(1, () -> secondRead.set(true));
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        waiting.interrupt();

        waiting.join(SOON_MILLIS);
        assertThat(waiting.isAlive()).isFalse();
        assertThat(secondRead).isFalse();
        done.countDown();
    }

    private boolean givesUp(CountDownLatch bothHold) throws Exception {
        try (Room room = headroom.ofPreview(Duration.ofMillis(200))) {
            room.grow(5 * PIECE);
            bothHold.countDown();
            bothHold.await();
            room.grow(3 * PIECE);
            return false;
        } catch (NoRoomException e) {
            return true;
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private Thread reading(int bytes, Work work) {
        return started(() -> {
            try (Room room = new Room(headroom, Long.MAX_VALUE, false, null)) {
                room.grow(bytes);
                room.reading(() -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return true;
                });
            }
        });
    }

    private static Thread started(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
