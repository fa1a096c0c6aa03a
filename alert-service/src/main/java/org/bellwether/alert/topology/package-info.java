/**
 * The indicators at work, as a Kafka Streams topology. In: {@code news.tagged}; out: {@code alerts} and
 * {@code indicators}, and {@code news.tagged.dlq} for what cannot be read.
 *
 * <p>{@link org.bellwether.alert.topology.TaggedItemReader} turns an item into one reading per indicator that cares; an
 * internal topic brings all readings of an indicator to one task; {@link org.bellwether.alert.topology.IndicatorProcessor}
 * keeps them in a changelogged store and makes the transitions, on each reading and on each tick of the clock.
 */
@NullMarked
package org.bellwether.alert.topology;

import org.jspecify.annotations.NullMarked;
