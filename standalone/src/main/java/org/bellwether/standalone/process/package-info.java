/**
 * The services as processes: started, watched, stopped in order.
 *
 * <p>In: what to run ({@code ServiceSpec}). Out: whether it is ready and why not, and its last words when it ends. Knows
 * nothing of what the processes do.
 */
@NullMarked
package org.bellwether.standalone.process;

import org.jspecify.annotations.NullMarked;
