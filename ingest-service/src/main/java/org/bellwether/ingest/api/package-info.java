/**
 * What people and programs ask over HTTP. In: requests; out: the catalogue with its health, changes of it for who may,
 * and how a feed would be read, with nothing stored. Errors are problem+json (RFC 9457).
 */
@NullMarked
package org.bellwether.ingest.api;

import org.jspecify.annotations.NullMarked;
