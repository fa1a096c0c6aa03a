/**
 * How much of the heap documents may take. In: bodies that grow and are then taken apart, of polls and of previews
 * alike; out: leave to go on, or the word that there is no room now. Nobody who holds a part waits for more, so that
 * nobody waits for ever.
 */
@NullMarked
package org.bellwether.ingest.headroom;

import org.jspecify.annotations.NullMarked;
