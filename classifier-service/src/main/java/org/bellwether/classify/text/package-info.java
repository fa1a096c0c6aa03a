/**
 * What is written, made comparable. In: a title or text as sent. Out: {@link AnalysedText}, its terms in reading order, each with
 * the UTF-16 span it came from in the very string sent, in whatever mix of English and Korean it is written.
 */
@NullMarked
package org.bellwether.classify.text;

import org.jspecify.annotations.NullMarked;
