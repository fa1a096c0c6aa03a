/**
 * Tags a period anew. In: a stretch of time; its items come from the log and go the {@code pipeline}'s own way, by the
 * taxonomy in force at the time. Out: {@code news.tagged} once more, under the keys and story ids of before, which consumers
 * upsert; and a {@link Replay} that tells how far it is. One at a time in all instances, and news goes first.
 */
@NullMarked
package org.bellwether.classify.replay;

import org.jspecify.annotations.NullMarked;
