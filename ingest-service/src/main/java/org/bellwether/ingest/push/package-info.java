/**
 * Feeds that hubs push (W3C WebSub, as subscriber). In: the hubs that readings of a feed name, of which one is asked at a time,
 * and what hubs ask and send at the callback; out: requests to hubs, whether a feed may be polled slowly, and what is wrong with its pushes. One
 * document per feed in the store, changed by conditional writes, so that any instance may do what is due and answer any
 * hub.
 */
@NullMarked
package org.bellwether.ingest.push;

import org.jspecify.annotations.NullMarked;
