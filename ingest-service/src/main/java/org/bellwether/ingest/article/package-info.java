/**
 * The address of an article and what its feed says of it in; the article's main text, or why the feed's own is kept, out. Reads a page only
 * where robots.txt lets it and as the host's budget does, and brings back nothing but text. What may be read later is
 * kept until it is, or not worth it any more.
 */
@NullMarked
package org.bellwether.ingest.article;

import org.jspecify.annotations.NullMarked;
