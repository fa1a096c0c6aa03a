/**
 * Kafka in, Kafka out. In: {@code news.items}. Out: {@code news.tagged}, acknowledged upstream only when the broker has it; what is
 * not an item goes to {@code news.items.dlq}. At start, out: {@code issues}, those of the taxonomy in force and tombstones
 * of those that one before it had.
 */
@NullMarked
package org.bellwether.classify.pipeline;

import org.jspecify.annotations.NullMarked;
