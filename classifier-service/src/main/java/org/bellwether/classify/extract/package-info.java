/** Who, and what kind of signal. In: the analysed item and its tags. Out: actors with roles, an act for every tag. */
@NullMarked
package org.bellwether.classify.extract;

import org.jspecify.annotations.NullMarked;
