/**
 * {@code news.items} as an archive: the items of the last days, read from the side. In: a stretch of time. Out: its records, a
 * batch at a time, by a reader that belongs to no group and so takes nothing from the line.
 */
@NullMarked
package org.bellwether.classify.log;

import org.jspecify.annotations.NullMarked;
