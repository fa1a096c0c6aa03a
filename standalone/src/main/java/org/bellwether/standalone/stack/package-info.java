/**
 * What the standalone stack is made of, before anything runs: ports, directories, built artifacts, and how each service is
 * configured by environment variables, just as in production.
 */
@NullMarked
package org.bellwether.standalone.stack;

import org.jspecify.annotations.NullMarked;
