/**
 * The whole line under test and under load: broker and store over the wire, the three service artifacts as processes of
 * their own, the inbox as SMTP server and Slack stub. The tests of this module change feeds, kill and starve what runs,
 * and look at what comes out; the benchmarks time it.
 */
@NullMarked
package org.bellwether.acceptance;

import org.jspecify.annotations.NullMarked;
