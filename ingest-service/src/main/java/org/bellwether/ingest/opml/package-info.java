/**
 * Lists of feeds as other readers exchange them (OPML 1.0 and 2.0, opml.org/spec2.opml). In: a document of anybody's, or
 * our feeds; out: its feeds as they are written there, each with its line, or a document from which the same feeds can be
 * read again.
 */
@NullMarked
package org.bellwether.ingest.opml;

import org.jspecify.annotations.NullMarked;
