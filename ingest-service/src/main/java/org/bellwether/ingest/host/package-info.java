/**
 * Who wants to ask a host in; leave to ask it now, or when to come back and why, out. One budget per host name, shared by all that is asked
 * of it: feeds, listings, robots.txt and article pages. Knows time and numbers, no network.
 */
@NullMarked
package org.bellwether.ingest.host;

import org.jspecify.annotations.NullMarked;
