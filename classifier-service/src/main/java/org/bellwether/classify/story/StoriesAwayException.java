package org.bellwether.classify.story;

/** The store of stories cannot be used now; nothing is lost by asking again. */
public final class StoriesAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoriesAwayException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
