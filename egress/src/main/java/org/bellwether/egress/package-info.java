/**
 * Which addresses this software may talk to. In: what a name resolved to, and the blocks an operator allows; out: the
 * addresses that may be connected to, or why there are none. What somebody outside can name (a feed, a webhook) is only
 * reached through here. Also how an address is read, so that all see the same host in it.
 */
@NullMarked
package org.bellwether.egress;

import org.jspecify.annotations.NullMarked;
