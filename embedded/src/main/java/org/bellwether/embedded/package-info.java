/**
 * A real Kafka broker and a MongoDB-protocol store inside this JVM, each on its own directory and port. Used by the
 * standalone stack and by tests; the services never see it, they talk to it over the wire.
 */
@NullMarked
package org.bellwether.embedded;

import org.jspecify.annotations.NullMarked;
