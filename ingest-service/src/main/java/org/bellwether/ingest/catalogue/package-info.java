/**
 * Which feeds are read. In: a YAML file; out: a {@link org.bellwether.ingest.catalogue.Catalogue} that is right as a
 * whole, or every fault in it with line and path.
 */
@NullMarked
package org.bellwether.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
