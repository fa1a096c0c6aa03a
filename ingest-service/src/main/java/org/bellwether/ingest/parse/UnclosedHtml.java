package org.bellwether.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in HTML hides all that follows where nobody closed it; its tags are left out, and what they held is shown. */
final class UnclosedHtml {

    /** Elements whose inside is no markup to a browser that knows them; one that is never closed would hide all that follows. */
    private static final Pattern OPAQUE =
            Pattern.compile("</?(?:iframe|noembed|noframes|plaintext|textarea)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern OPEN_COMMENT = Pattern.compile("<!--[^>]*+>?");

    private UnclosedHtml() {}

    static String leftOut(String markup) {
        return withoutOpaque(withoutOpenComment(markup));
    }

    /** Looks at each place once: a text can be all beginnings of such tags, and no end. */
    private static String withoutOpaque(String markup) {
        StringBuilder kept = new StringBuilder();
        Matcher tag = OPAQUE.matcher(markup);
        int copied = 0;
        while (tag.find(copied)) {
            int end = markup.indexOf('>', tag.end());
            if (end < 0) {
                break;
            }
            kept.append(markup, copied, tag.start());
            copied = end + 1;
        }
        return copied == 0
                ? markup
                : kept.append(markup, copied, markup.length()).toString();
    }

    /** A comment that is never closed would hide all that follows, so it ends where a tag would. */
    private static String withoutOpenComment(String markup) {
        int closed = Math.max(markup.lastIndexOf("-->"), markup.lastIndexOf("--!>"));
        int open = markup.indexOf("<!--", closed + 1);
        return open < 0
                ? markup
                : markup.substring(0, open)
                        + OPEN_COMMENT.matcher(markup.substring(open)).replaceAll("");
    }
}
