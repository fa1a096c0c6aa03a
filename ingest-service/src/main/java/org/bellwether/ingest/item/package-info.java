/**
 * Which of a feed's entries are news. In: the entries of one reading and what is remembered of them; out: the
 * {@link org.bellwether.events.NewsItem}s to publish, each with its identity and version, what to announce before, and what to remember then.
 */
@NullMarked
package org.bellwether.ingest.item;

import org.jspecify.annotations.NullMarked;
