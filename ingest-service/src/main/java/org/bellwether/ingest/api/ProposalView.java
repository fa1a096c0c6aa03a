package org.bellwether.ingest.api;

import org.jspecify.annotations.Nullable;

/**
 * What adding a feed would come to.
 *
 * @param feed as it would be in the catalogue
 * @param preview how it would be read; absent when that was not to be looked at
 */
record ProposalView(FeedView feed, @Nullable PreviewView preview) {}
