/**
 * What the desk looks things up in. In: the topics {@code news.tagged}, {@code alerts}, {@code indicators},
 * {@code sources} and {@code issues}, each by a consumer group of its own; out: the read classes {@code Mongo…} for API,
 * console and digests. Everything is upserted by its id, so that a record read twice changes nothing.
 */
@NullMarked
package org.bellwether.alert.archive;

import org.jspecify.annotations.NullMarked;
