/**
 * {@code NewsItem} to {@code TaggedItem}. {@link Classifier} is the way through: {@code text} makes terms, {@code match}
 * finds the taxonomy's patterns (both by {@link ItemAnalyser}), {@code score} makes tags of them, {@code extract} adds actors, quantities and acts.
 * {@code story} and {@code pipeline} put it on Kafka, {@code api} on HTTP, {@code evaluate} measures it.
 */
@NullMarked
package org.bellwether.classify;

import org.jspecify.annotations.NullMarked;
