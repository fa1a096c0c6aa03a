/**
 * What mail, Slack and console have in common when they talk to a reader. In: fixed words in both languages, times,
 * passages with marks; out: text in the reader's language and zone, and segments that are evidence or not.
 */
@NullMarked
package org.bellwether.alert.text;

import org.jspecify.annotations.NullMarked;
