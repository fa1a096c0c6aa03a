package org.bellwether.ingest.parse;

/**
 * Nothing in the document can be read as a feed.
 *
 * @param code {@code empty | binary | html | entity-bomb | too-deep | not-a-feed | malformed}; of listings also {@code
 *     listing-empty | feed-not-page | challenge}
 * @param message what is wrong and the way out, in one sentence
 * @param seems what the document seems to be, in a few words
 */
public record Unreadable(String code, String message, String seems) implements ParseResult {

    /** The same with what may be the cause of it. */
    Unreadable because(String cause) {
        return new Unreadable(code, message + " " + cause + ".", seems);
    }
}
