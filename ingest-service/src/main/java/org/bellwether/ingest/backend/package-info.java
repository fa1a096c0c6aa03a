/**
 * The broker and the store that every poll needs. In: their answers to a small question once a second; out: whether
 * both are there, and if not, which is away and why. What the store answers to larger questions is told apart here too: whether
 * it is away, or refuses. Also, how a document of the store is read that somebody else may have written.
 */
@NullMarked
package org.bellwether.ingest.backend;

import org.jspecify.annotations.NullMarked;
