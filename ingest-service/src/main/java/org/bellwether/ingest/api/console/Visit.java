package org.bellwether.ingest.api.console;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The language of who is looking: chosen in the URL, else remembered, else the browser's. */
public final class Visit {

    static final String LANGUAGE = "lang";

    @QueryParam(LANGUAGE)
    @Nullable
    String chosen;

    @CookieParam(LANGUAGE)
    @Nullable
    String remembered;

    @HeaderParam("Accept-Language")
    @Nullable
    String accepted;

    Words words() {
        if (isKnown(chosen)) {
            return Words.preferred(chosen);
        }
        return Words.preferred(isKnown(remembered) ? remembered : accepted);
    }

    /** Whether it is to be remembered from now on. */
    boolean chose() {
        return isKnown(chosen);
    }

    private static boolean isKnown(@Nullable String tag) {
        return "en".equals(tag) || "ko".equals(tag);
    }
}
