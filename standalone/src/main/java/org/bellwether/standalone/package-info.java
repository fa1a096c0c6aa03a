/** The three services on one machine without Docker. */
@NullMarked
package org.bellwether.standalone;

import org.jspecify.annotations.NullMarked;
