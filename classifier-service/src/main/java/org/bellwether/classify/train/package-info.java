/**
 * Learns, while the service is built, from the labelled items. In: the gold sets, but for the one held
 * aside, and what of the taxonomy matches in them. Out: {@link org.bellwether.classify.score.LearnedOpinion#FILE},
 * {@link org.bellwether.classify.score.LearnedOpinion#FUSION_FILE} and
 * {@link org.bellwether.classify.extract.LearnedActs#FILE} beside the classes. Nothing of this runs in the
 * service.
 */
@NullMarked
package org.bellwether.classify.train;

import org.jspecify.annotations.NullMarked;
