/**
 * Holds the indicators to the taxonomy in force. In: the definitions, and the issues that the archive took in; out: for
 * ops, a warning, a gauge and health data on each indicator that names an issue which the taxonomy does not have. Pages
 * and API tell readers the same from the same definitions.
 */
@NullMarked
package org.bellwether.alert.taxonomy;

import org.jspecify.annotations.NullMarked;
