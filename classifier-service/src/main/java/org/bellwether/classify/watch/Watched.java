package org.bellwether.classify.watch;

/** A query and the id it is told by. */
record Watched(String id, WatchQuery query) {}
