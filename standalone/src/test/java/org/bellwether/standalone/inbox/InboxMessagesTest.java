package org.bellwether.standalone.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bellwether.standalone.inbox.InboxMessage.Kind;
import org.junit.jupiter.api.Test;

class InboxMessagesTest {

    private final List<String> arrived = new ArrayList<>();

    @Test
    void keepsTheNewestWithinItsNumber() {
        InboxMessages messages = new InboxMessages(3, 1_000, message -> arrived.add(message.id()));

        for (int i = 0; i < 5; i++) {
            messages.add(message("text"));
        }

        assertThat(messages.newestFirst()).extracting(InboxMessage::id).containsExactly("5", "4", "3");
        assertThat(arrived).hasSize(5);
        assertThat(messages.find("1")).isEmpty();
    }

    @Test
    void keepsTheNewestWithinItsSize() {
        InboxMessages messages = new InboxMessages(100, 1_000, message -> {});

        for (int i = 0; i < 5; i++) {
            messages.add(message("x".repeat(400)));
        }

        assertThat(messages.newestFirst()).hasSize(2);
        messages.clear();
        assertThat(messages.newestFirst()).isEmpty();
    }

    private static InboxMessage message(String text) {
        return new InboxMessage("", Kind.EMAIL, "a@b.example", "s", Instant.EPOCH, Map.of(), text, null, null);
    }
}
