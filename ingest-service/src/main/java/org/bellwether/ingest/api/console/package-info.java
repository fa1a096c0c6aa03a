/**
 * The pages on which people manage feeds. In: what a browser sends; out: HTML that needs no script, in English or Korean,
 * over the very classes that answer the API. A GET changes nothing; who posts logs in as admin, from a page of this
 * service.
 */
@NullMarked
package org.bellwether.ingest.api.console;

import org.jspecify.annotations.NullMarked;
