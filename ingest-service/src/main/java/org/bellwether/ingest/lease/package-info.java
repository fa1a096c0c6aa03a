/**
 * Which instance of the service polls which feeds. In: the beats of all instances and who holds which shard; out: the shards
 * that are this instance's, and how far the others have settled with the catalogue. Also the wishes for polls that one instance
 * notes and another grants. Feeds of one host are always in one shard, so that the host is treated politely by one instance
 * alone. Nobody's clock is compared with another's: an instance is gone when its beat has not changed for a while as seen by
 * who looks, and gives up by itself before others may think so.
 */
@NullMarked
package org.bellwether.ingest.lease;

import org.jspecify.annotations.NullMarked;
