/** {@code TaggedItem} to {@code Alert} to delivery. */
@NullMarked
package org.bellwether.alert;

import org.jspecify.annotations.NullMarked;
