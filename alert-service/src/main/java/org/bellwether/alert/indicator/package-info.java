/**
 * When is news a signal? Pure: no Kafka, no store, no configuration. In: tagged items, one at a time, and the clock; out:
 * whether an indicator's condition holds, since when, on which items, and why (not).
 *
 * <p>The way: an {@link org.bellwether.alert.indicator.IndicatorDefinition} has a {@link org.bellwether.alert.indicator.Rule};
 * the rule turns an item into an {@link org.bellwether.alert.indicator.Observation}; observations of one indicator
 * collect in {@link org.bellwether.alert.indicator.Observations}; {@link org.bellwether.alert.indicator.Evaluator} judges
 * windows of them; {@link org.bellwether.alert.indicator.Indicator} makes the transitions of
 * {@link org.bellwether.alert.indicator.Standing}.
 */
@NullMarked
package org.bellwether.alert.indicator;

import org.jspecify.annotations.NullMarked;
