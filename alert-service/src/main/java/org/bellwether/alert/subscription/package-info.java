/**
 * Who wants to be told. In: requests from people and from the operator's configuration; out: confirmed subscriptions,
 * and the links by which their owners confirm, change and end them. Sending is {@code delivery}'s business: what a
 * subscription wants said to its owner goes out through {@link org.bellwether.alert.subscription.Notices}.
 */
@NullMarked
package org.bellwether.alert.subscription;

import org.jspecify.annotations.NullMarked;
