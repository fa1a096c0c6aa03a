package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.backend.BackendAwayException;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void feedsOfOneOwnerWaitForOneAnotherAndOthersDoNot() throws Exception {
        Turns turns = new Turns(LONG);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> turns.take("post", this::work));
        begun.await();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(
                () -> turns.take("post", () -> end.getCount() == 0 ? "after" : "at the same time"));

        assertThat(turns.take("times", () -> "meanwhile")).isEqualTo("meanwhile");
        end.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("after");
    }

    @Test
    void nobodyWaitsForEverForAnotherThatHangs() throws Exception {
        Turns turns = new Turns(SHORT);
        CompletableFuture<String> hanging = CompletableFuture.supplyAsync(() -> turns.take("post", this::work));
        begun.await();

        assertThatThrownBy(() -> turns.take("post", () -> "never")).isInstanceOf(BackendAwayException.class);

        end.countDown();
        assertThat(hanging.get(10, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(turns.take("post", () -> "now")).isEqualTo("now");
    }

    @Test
    void norForAPlaceAmongAll() throws Exception {
        Turns turns = new Turns(SHORT);
        CountDownLatch allIn = new CountDownLatch(16);
        List<CompletableFuture<String>> hanging = new ArrayList<>();
        // As many owners as have places, and none that shares a lock with another.
        for (char owner = 'a'; owner < 'a' + 16; owner++) {
            String name = String.valueOf(owner);
            hanging.add(CompletableFuture.supplyAsync(
                    () -> turns.take(name, () -> {
                        allIn.countDown();
                        return work();
                    }),
                    task -> new Thread(task).start()));
        }
        allIn.await();

        assertThatThrownBy(() -> turns.take("z", () -> "never")).isInstanceOf(BackendAwayException.class);

        end.countDown();
        for (CompletableFuture<String> one : hanging) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("done");
        }
        assertThat(turns.take("z", () -> "now")).isEqualTo("now");
    }

    private String work() {
        begun.countDown();
        try {
            return end.await(10, TimeUnit.SECONDS) ? "done" : "too late";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
