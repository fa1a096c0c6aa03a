/** Feed catalogue to {@code NewsItem}. */
@NullMarked
package org.bellwether.ingest;

import org.jspecify.annotations.NullMarked;
