/**
 * When a feed is asked next. In: how the last poll went; out: a time and the reason for it. Values only: who polls, and
 * with what, is of no concern here.
 */
@NullMarked
package org.bellwether.ingest.schedule;

import org.jspecify.annotations.NullMarked;
