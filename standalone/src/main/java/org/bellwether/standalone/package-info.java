/**
 * The three services on one machine without Docker.
 *
 * <p>In: the command line ({@code Main}, {@code UpCommand}, {@code DemoCommand}). {@code Launcher} shows the whole way:
 * check the ports, start all ({@code Startup}: data directory, inbox, demo feeds, broker and store in this JVM, the services
 * as processes of their own), tell what happens, stop all in order ({@code Closing}).
 */
@NullMarked
package org.bellwether.standalone;

import org.jspecify.annotations.NullMarked;
