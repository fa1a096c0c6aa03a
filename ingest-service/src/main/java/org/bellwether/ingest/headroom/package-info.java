/**
 * How much of the heap documents may take. In: bodies that grow and are then taken apart, of polls and of previews
 * alike; out: leave to go on, or the word that there is no room now. Who holds a part of a body and waits for more of it,
 * as previews do, gives up after a while; who holds a whole one and waits to take it apart waits only for those who are at
 * that, and they wait for nothing. So nobody waits for ever.
 */
@NullMarked
package org.bellwether.ingest.headroom;

import org.jspecify.annotations.NullMarked;
