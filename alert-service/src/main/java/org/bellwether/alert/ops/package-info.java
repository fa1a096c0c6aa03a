/**
 * What ops sees of the service beyond its work: topics set up at start, readiness with a reason, dead letters counted.
 * In: broker and the stations' own reports; out: health checks and meters.
 */
@NullMarked
package org.bellwether.alert.ops;

import org.jspecify.annotations.NullMarked;
