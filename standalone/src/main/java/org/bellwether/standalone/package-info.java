/**
 * The three services on one machine without Docker.
 *
 * <p>In: the command line ({@code Main}, {@code UpCommand}, {@code DemoCommand}). {@code Launcher} shows the whole way:
 * prepare the data directory and ports, start broker, store, inbox and demo feeds in this JVM and the services as
 * processes of their own, tell what happens, stop all in order.
 */
@NullMarked
package org.bellwether.standalone;

import org.jspecify.annotations.NullMarked;
