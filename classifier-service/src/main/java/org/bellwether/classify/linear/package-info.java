/**
 * Linear models over sparse features. In: a {@link FeatureVector}, features named by 64-bit keys. Out: a margin for each of the
 * model's outputs, and what each feature gave to it. Knows nothing of news: whoever asks decides what a feature is.
 */
@NullMarked
package org.bellwether.classify.linear;

import org.jspecify.annotations.NullMarked;
