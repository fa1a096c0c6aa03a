package org.bellwether.classify.text;

import java.util.Set;
import org.apache.lucene.analysis.ko.POS;
import org.jspecify.annotations.Nullable;

/**
 * What an analyser cuts out of a text.
 *
 * @param term its comparable form
 * @param start offset of its first character
 * @param end offset after its last
 * @param speech part of speech of Korean; null where none is known
 */
record Token(String term, int start, int end, POS.@Nullable Tag speech) {

    private static final Set<POS.Tag> PUNCTUATION =
            Set.of(POS.Tag.SF, POS.Tag.SP, POS.Tag.SSC, POS.Tag.SSO, POS.Tag.SC, POS.Tag.SE, POS.Tag.SY);
    private static final Set<POS.Tag> PARTICLES_AND_ENDINGS =
            Set.of(POS.Tag.E, POS.Tag.J, POS.Tag.XSA, POS.Tag.XSV, POS.Tag.VCP, POS.Tag.VSV, POS.Tag.VX);

    /** Whether it stands for something, rather than joining what does. */
    boolean isMeaningful() {
        return speech == null || !(PUNCTUATION.contains(speech) || PARTICLES_AND_ENDINGS.contains(speech));
    }
}
