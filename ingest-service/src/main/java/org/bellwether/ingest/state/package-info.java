/**
 * What is known about each feed. In: how each poll went; out: its health for the API and the topic {@code sources}, and
 * the validators of the version already read. Kept in memory, saved to MongoDB, so that a restart goes on from there.
 */
@NullMarked
package org.bellwether.ingest.state;

import org.jspecify.annotations.NullMarked;
