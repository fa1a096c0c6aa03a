/**
 * Which items tell the same story. In: the analysed item. Out: a story id that syndicated copies, corrected versions and
 * redeliveries share, across partitions and restarts.
 */
@NullMarked
package org.bellwether.classify.story;

import org.jspecify.annotations.NullMarked;
