/**
 * What passes between the services, and nothing else: the records of each Kafka topic, the topics' names and shapes.
 *
 * <p>In the order of an item's way: {@link org.bellwether.events.NewsItem} ({@code news.items}) →
 * {@link org.bellwether.events.TaggedItem} ({@code news.tagged}) → {@link org.bellwether.events.Alert} ({@code alerts}),
 * with {@link org.bellwether.events.SourceStatus}, {@link org.bellwether.events.Issue},
 * {@link org.bellwether.events.IndicatorState} and {@link org.bellwether.events.Watch} beside it. JSON in camelCase, instants in UTC as ISO-8601, members that have
 * nothing to say are absent. New members are optional; a consumer ignores what it does not know. The JSON Schemas are
 * resources under {@code /schemas}, one golden file per record under {@code /golden}.
 */
@NullMarked
package org.bellwether.events;

import org.jspecify.annotations.NullMarked;
