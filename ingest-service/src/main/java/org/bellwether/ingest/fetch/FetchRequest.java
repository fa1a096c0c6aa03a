package org.bellwether.ingest.fetch;

import java.net.URI;

/**
 * One poll of one feed.
 *
 * @param url absolute {@code http} or {@code https} address
 * @param validators of the version already read; {@link Validators#NONE} to get the body in any case
 */
public record FetchRequest(URI url, Validators validators) {}
