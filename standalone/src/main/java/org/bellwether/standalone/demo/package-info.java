/**
 * A week on an invented alliance desk, as feeds over HTTP. In comes the script (YAML under {@code /demo}) and a
 * clock; out go feeds in the formats and with the manners that real publishers have, whose items appear one after
 * another while one watches.
 */
@NullMarked
package org.bellwether.standalone.demo;

import org.jspecify.annotations.NullMarked;
