/**
 * Tells at the console what goes along the line.
 *
 * <p>In: the topics {@code news.tagged} and {@code alerts}, and what arrives in the inbox. Out: lines for people. It reads
 * on its own and changes nothing: without it everything would go on as it does.
 */
@NullMarked
package org.bellwether.standalone.narration;

import org.jspecify.annotations.NullMarked;
