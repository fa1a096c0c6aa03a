package org.bellwether.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.bellwether.standalone.stack.Installation;
import org.bellwether.standalone.stack.Ports;
import org.bellwether.standalone.stack.Settings;

/**
 * What was asked for on the command line.
 *
 * @param installation what to run
 * @param ports where
 * @param settings of the services
 * @param dataDirectory kept afterwards; else a temporary one
 * @param demoFeeds whether to serve the demo's own feeds, in place of a catalogue
 */
record Plan(
        Installation installation, Ports ports, Settings settings, Optional<Path> dataDirectory, boolean demoFeeds) {}
