package org.bellwether.ingest.article;

import java.net.URI;

/** Which text an item has. */
public sealed interface ArticleText {

    /**
     * The page's main text, which is more than the feed's.
     *
     * @param text plain, a paragraph per line
     * @param from the page, after redirects
     */
    record Extracted(String text, URI from) implements ArticleText {}

    /**
     * The feed's own.
     *
     * @param code for machines: {@code robots}, {@code host}, {@code budget}, {@code room}, {@code page}, {@code shorter}, or the
     *     label of a failure of the fetch
     * @param reason in words
     * @param passing whether it may be otherwise before long
     */
    record Kept(String code, String reason, boolean passing) implements ArticleText {

        /** For good, as far as anybody can tell. */
        public Kept(String code, String reason) {
            this(code, reason, false);
        }
    }
}
