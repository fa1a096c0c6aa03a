/**
 * Bytes with their headers in, a feed with its entries (or the reason there is none) out, with what had to be repaired. No network, no
 * clock of its own.
 */
@NullMarked
package org.bellwether.ingest.parse;

import org.jspecify.annotations.NullMarked;
