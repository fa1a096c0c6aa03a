/**
 * What people look at. In: the archive, subscriptions, a visitor's language; out: pages and Atom feeds. Views are pure:
 * they turn records into what a template shows. Pages work without JavaScript; with it, parts of them keep themselves up
 * to date.
 */
@NullMarked
package org.bellwether.alert.console;

import org.jspecify.annotations.NullMarked;
