/**
 * The public read API. In: HTTP; out: what the archive and the definitions hold, as JSON in the form of the topics, and
 * errors as RFC 9457 problems that name the place and the way out.
 */
@NullMarked
package org.bellwether.alert.api;

import org.jspecify.annotations.NullMarked;
