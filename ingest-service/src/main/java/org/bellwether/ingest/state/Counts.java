package org.bellwether.ingest.state;

/**
 * How often what happened.
 *
 * @param polls asked, whatever came of it
 * @param failures polls that brought nothing readable
 * @param consecutiveFailures since the last success
 * @param published items published
 */
public record Counts(long polls, long failures, int consecutiveFailures, long published) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts success(int items) {
        return new Counts(polls + 1, failures, 0, published + items);
    }

    Counts pushed(int items) {
        return new Counts(polls, failures, consecutiveFailures, published + items);
    }

    Counts failure() {
        return new Counts(polls + 1, failures + 1, consecutiveFailures + 1, published);
    }
}
