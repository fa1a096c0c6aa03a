/**
 * What the HTTP APIs of all services have in common: the JSON they speak, who may manage, and what is wrong with a
 * request, said the same way everywhere. In: bodies as they came, and failures; out: values that were checked, or RFC
 * 9457 problems that name each field, by its JSON path, and the way out. Of pages, who is looking and what browsers may
 * do with them.
 */
@NullMarked
package org.bellwether.web;

import org.jspecify.annotations.NullMarked;
