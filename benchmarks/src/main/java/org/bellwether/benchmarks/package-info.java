/**
 * How fast and how heavy the whole line is. Each main class starts the real stack on ports of its own, loads it, and
 * prints figures; {@code benchmarks/run} starts them. What they showed stands in {@code docs/performance.md}.
 */
@NullMarked
package org.bellwether.benchmarks;

import org.jspecify.annotations.NullMarked;
