/**
 * Files that people write. In: the text of a YAML file and a function that reads its members; out: the value, or every
 * fault in it as {@code file, line N, path: reason}. Begin at {@link org.bellwether.settings.YamlFile}.
 */
@NullMarked
package org.bellwether.settings;

import org.jspecify.annotations.NullMarked;
