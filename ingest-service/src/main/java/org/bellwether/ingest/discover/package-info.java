/**
 * Which feeds a site has. In: the address of one of its pages; out: candidates, each fetched and read, so that who chooses
 * one knows what it brings. Nothing is stored, and what a search may cost is bounded.
 */
@NullMarked
package org.bellwether.ingest.discover;

import org.jspecify.annotations.NullMarked;
