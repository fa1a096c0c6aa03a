package org.bellwether.ingest.parse;

/** What an element is made of. */
sealed interface Part permits Node, Chars {}
