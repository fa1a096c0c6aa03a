/**
 * Holds the indicators to the taxonomy in force. In: the definitions, and the issues that the archive took in; out:
 * which of them name an issue that the taxonomy does not have, for ops as a warning, a gauge and health data, and for
 * pages and API to tell readers the same.
 */
@NullMarked
package org.bellwether.alert.taxonomy;

import org.jspecify.annotations.NullMarked;
