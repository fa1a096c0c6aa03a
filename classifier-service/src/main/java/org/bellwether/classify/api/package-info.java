/**
 * HTTP edge. In: titles and texts, taxonomy drafts. Out: what the pipeline would have made of them, or an RFC 9457 problem.
 */
@NullMarked
package org.bellwether.classify.api;

import org.jspecify.annotations.NullMarked;
