package org.bellwether.standalone.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The newest messages, within bounds of number and size, so that a flood leaves nothing growing. */
public final class InboxMessages {

    private final int most;
    private final long mostCharacters;
    private final Consumer<InboxMessage> arrivals;
    private final Deque<InboxMessage> newestFirst = new ArrayDeque<>();
    private long characters;
    private long lastId;

    /**
     * Starts empty.
     *
     * @param most messages kept
     * @param mostCharacters kept of them all together
     * @param arrivals told of each message; must be quick
     */
    public InboxMessages(int most, long mostCharacters, Consumer<InboxMessage> arrivals) {
        this.most = most;
        this.mostCharacters = mostCharacters;
        this.arrivals = arrivals;
    }

    /** Takes a message in under an id of its own; the oldest leave when the bounds are passed. */
    void add(InboxMessage message) {
        InboxMessage added;
        synchronized (this) {
            added = message.withId(Long.toString(++lastId));
            newestFirst.addFirst(added);
            characters += added.weight();
            while (newestFirst.size() > most || (characters > mostCharacters && newestFirst.size() > 1)) {
                characters -= newestFirst.removeLast().weight();
            }
        }
        arrivals.accept(added);
    }

    /** All that are kept, newest first. */
    public synchronized List<InboxMessage> newestFirst() {
        return List.copyOf(newestFirst);
    }

    /** The message of that id, if it is still kept. */
    public synchronized Optional<InboxMessage> find(String id) {
        return newestFirst.stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** Forgets all. */
    public synchronized void clear() {
        newestFirst.clear();
        characters = 0;
    }
}
