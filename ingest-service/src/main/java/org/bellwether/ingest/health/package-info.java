/**
 * What is wrong with a feed that answers. In: what its readings show beside what is to be expected of it; out: named
 * {@link org.bellwether.events.SourceStatus.Condition}s with the way out. Values only.
 */
@NullMarked
package org.bellwether.ingest.health;

import org.jspecify.annotations.NullMarked;
