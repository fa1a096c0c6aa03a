/**
 * Which taxonomy is in force. In: the operator's file, read at start, looked at from time to time and whenever the admin asks.
 * Out: {@link TaxonomyInForce}, the classifier that everyone takes anew for each batch or request. {@link TaxonomyReload} puts a
 * good file in its place as a whole; a bad one is told with every fault, and the last good one stays.
 */
@NullMarked
package org.bellwether.classify.reload;

import org.jspecify.annotations.NullMarked;
