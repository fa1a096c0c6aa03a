package org.bellwether.alert.topology;

import org.bellwether.events.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way out.
 *
 * @param topic where to
 * @param body the record; absent for a tombstone
 */
record Outgoing(Topic topic, @Nullable Object body) {}
