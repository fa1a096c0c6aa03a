/**
 * That each reader gets each alert. In: alerts from Kafka, confirmed subscriptions; out: one row per alert,
 * subscription and channel in the ledger, sent through {@code channel} until it is accepted, refused or given up. The
 * way of one alert: {@code AlertConsumer} → {@code Planner} → {@code MongoLedger} → {@code Dispatcher} → channel.
 */
@NullMarked
package org.bellwether.alert.delivery;

import org.jspecify.annotations.NullMarked;
