/**
 * What the desk follows, as data. In: one YAML file. Out: a {@link Taxonomy}, whole and checked, with the hash that is its version;
 * or every {@link Violation} with line, path and reason.
 */
@NullMarked
package org.bellwether.classify.taxonomy;

import org.jspecify.annotations.NullMarked;
