package org.bellwether.ingest.parse;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds JSON behind what servers put before it: a guard against scripts of others, the call of a function, a comment, a script's complaint. */
final class JsonStart {

    private static final Pattern FEED = Pattern.compile("\\{\\s*+,*+\\s*+([\"']?)"
            + "(?:version|title|home_page_url|feed_url|next_url|description|user_comment|icon|favicon|authors?|language|hubs|items)"
            + "\\1\\s*+:");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b", Pattern.CASE_INSENSITIVE);
    private static final String VERSION = "jsonfeed.org";

    private JsonStart() {}

    /**
     * The document from where JSON begins, on the same lines.
     *
     * @param contentType as sent; of what is not sent as JSON only a JSON Feed is taken for one
     * @return null where it is none
     */
    static @Nullable String of(String document, @Nullable String contentType, Repairs repairs) {
        if (document.stripLeading().startsWith("{")) {
            return document;
        }
        boolean sentAsJson =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
        if (!sentAsJson && !document.contains(VERSION)) {
            return null;
        }
        Matcher start = FEED.matcher(document);
        if (!start.find()) {
            return null;
        }
        String junk = document.substring(0, start.start());
        if (Prolog.hasElements(junk) || SCRIPT.matcher(junk).find()) {
            return null;
        }
        repairs.note("leading-junk", "Something stands before the JSON", 1);
        return Prolog.blanked(document, 0, start.start());
    }

    /** Whether a feed begins somewhere in it. */
    static boolean isFeed(String text) {
        return FEED.matcher(text).find();
    }
}
