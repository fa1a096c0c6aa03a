/**
 * How the records of {@code events} travel over Kafka. In: a record; out: bytes, CloudEvents headers, a topic to put
 * them in. The other way round, a record that cannot be read becomes a dead letter with its cause.
 */
@NullMarked
package org.bellwether.messaging;

import org.jspecify.annotations.NullMarked;
