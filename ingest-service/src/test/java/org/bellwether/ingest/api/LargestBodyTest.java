package org.bellwether.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LargestBodyTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int CAP_MEGABYTES = 64;
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({"1024, HttpProblem", "48, NoRoomException"})
    void nothingOfARefusedBodyIsHeldWhileItsClientSendsTheRest(int roomMegabytes, String refusal) {
        LargestBody cap = new LargestBody((long) CAP_MEGABYTES * MEGABYTE, LONG);
        Headroom headroom = new Headroom(8L * roomMegabytes * MEGABYTE, MEGABYTE, 1);
        Class<? extends Exception> expected = refusal.equals("HttpProblem") ? HttpProblem.class : NoRoomException.class;

        try (Room room = headroom.ofPreview(Duration.ZERO)) {
            Trickle body = new Trickle(headroom);

            assertThatThrownBy(() -> cap.read(body, room)).isInstanceOf(expected);

            assertThat(body.looked).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatBreaksOffIsToldSoAndIsNoFaultOfOurs(boolean zipped) {
        byte[] begun = zipped ? new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0} : new byte[] {'<', 'r', 's'};
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(begun), new Broken());
        Headroom headroom = new Headroom(1024L * MEGABYTE, MEGABYTE, 1);

        try (Room room = headroom.ofPreview(Duration.ZERO)) {
            assertThatThrownBy(() -> new LargestBody(MEGABYTE, LONG).readUnzipped(body, room))
                    .isInstanceOfSatisfying(
                            HttpProblem.class,
                            problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoSendsForLongerThanThereIsTimeIsToldSo(boolean pushed) {
        LargestBody cap = new LargestBody(MEGABYTE, Duration.ofSeconds(-1));
        InputStream body = new ByteArrayInputStream(new byte[] {'<', 'r', 's', 's', '/', '>'});
        Headroom headroom = new Headroom(1024L * MEGABYTE, MEGABYTE, 1);

        try (Room room = headroom.ofPreview(Duration.ZERO)) {
            assertThatThrownBy(() -> {
                        if (pushed) {
                            cap.read(body, room);
                        } else {
                            cap.readUnzipped(body, room);
                        }
                    })
                    .isInstanceOfSatisfying(
                            HttpProblem.class,
                            problem -> assertThat(problem.getStatusCode()).isEqualTo(408));
        }
    }

    /** A connection that is gone. */
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("Connection reset");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("Connection reset");
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Twice the cap; from the byte at which nothing is in hand any more its sender looks what is held all the same. */
    private static final class Trickle extends InputStream {

        private final Headroom headroom;
        private final long before = used();
        private long left = 2L * CAP_MEGABYTES * MEGABYTE;
        private boolean looked;

        Trickle(Headroom headroom) {
            this.headroom = headroom;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("bodies are read in chunks");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            boolean begun = left < 2L * CAP_MEGABYTES * MEGABYTE;
            if (begun && headroom.received() == 0 && !looked) {
                looked = true;
                await().atMost(Duration.ofSeconds(5)).until(() -> used() < before + 16L * MEGABYTE);
            }
            int part = (int) Math.min(left, length);
            left -= part;
            return part == 0 ? -1 : part;
        }
    }
}
