/**
 * What pages and messages of all services have in common when they talk to a reader. In: fixed words in both languages,
 * times, lengths, what feeds report of themselves; out: text in the reader's language and zone.
 */
@NullMarked
package org.bellwether.web.text;

import org.jspecify.annotations.NullMarked;
