/**
 * The address of a page in; whether the host's robots.txt lets this program read it, or is yet to be read, and if not why and until when, out (RFC 9309). Asked
 * for listings and article pages; not for feeds, which are made for programs.
 */
@NullMarked
package org.bellwether.ingest.robots;

import org.jspecify.annotations.NullMarked;
