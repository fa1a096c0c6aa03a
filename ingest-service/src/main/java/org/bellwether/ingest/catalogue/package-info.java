/**
 * Which feeds are read. In: a YAML file, and over it what people change while the service runs; out: a
 * {@link org.bellwether.ingest.catalogue.Catalogue} that is right as a whole, or every fault in it with its place. What
 * people may do is decided by {@link org.bellwether.ingest.catalogue.CatalogueEdits} and done by
 * {@link org.bellwether.ingest.catalogue.LiveCatalogue}, in the store before it is here.
 */
@NullMarked
package org.bellwether.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
