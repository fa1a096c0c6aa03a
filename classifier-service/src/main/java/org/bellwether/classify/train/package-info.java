/**
 * Learns, while the service is built, from the labelled items. In: {@code gold/training.jsonl} and what the classifier's rules
 * make of it. Out: {@link org.bellwether.classify.score.LearnedOpinion#FILE} beside the classes. Nothing of this runs in the
 * service.
 */
@NullMarked
package org.bellwether.classify.train;

import org.jspecify.annotations.NullMarked;
