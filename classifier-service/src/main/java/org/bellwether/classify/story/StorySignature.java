package org.bellwether.classify.story;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.classify.text.AnalysedText;

/**
 * A MinHash over an item's words and word pairs (Broder 1997): the share of equal components estimates the share of
 * words two items have in common. Bands of components make look-up keys: items as alike as {@link #SAME_STORY} share at
 * least one with a probability above 0.9. The one they share may have been taken by a third that is less alike.
 */
public final class StorySignature {

    /** Least estimated likeness (Jaccard) of two items that tell one story. */
    public static final double SAME_STORY = 0.6;

    // 1 - (1 - 0.6³)¹⁰ = 0.91 of the pairs that are just alike enough share a band (Leskovec et al. 2020, section 3.4).
    private static final int BANDS = 10;
    private static final int ROWS = 3;

    /** More than the bands take: with 128 the estimate is off by 0.04 (standard error), and 0.45 is not taken for 0.6. */
    private static final int COMPONENTS = 128;

    private static final int BITS = 8;
    private static final int MOST_TERMS = 250;
    private static final int FEWEST_TERMS = 4;

    private static final SimilarityHashPolicy POLICY = SimilarityHashing.superMinHash(COMPONENTS, BITS);
    private static final Hasher64 HASHER = Hashing.wyhashFinal4();

    private final byte[] bytes;

    private StorySignature(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Deterministic: the same words, the same signature, on any machine. */
    public static StorySignature of(AnalysedText title, AnalysedText text) {
        Set<Long> elements = new HashSet<>();
        String before = "";
        int terms = 0;
        for (AnalysedText field : List.of(title, text)) {
            for (int i = 0; i < field.size() && terms < MOST_TERMS; i++, terms++) {
                elements.add(HASHER.hashCharsToLong(field.term(i)));
                elements.add(HASHER.hashCharsToLong(before + ' ' + field.term(i)));
                before = field.term(i);
            }
        }
        if (terms < FEWEST_TERMS) {
            elements.add(HASHER.hashCharsToLong(title.original() + '\n' + text.original()));
        }
        long[] values = elements.stream().mapToLong(Long::longValue).sorted().toArray();
        return new StorySignature(POLICY.createHasher().compute(ElementHashProvider.ofValues(values)));
    }

    /** A signature as {@link #bytes()} gave it. */
    public static StorySignature ofBytes(byte[] bytes) {
        return new StorySignature(bytes.clone());
    }

    /** For keeping. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Keys of which alike items share at least one. */
    public List<String> bands() {
        List<String> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            StringBuilder key = new StringBuilder("band:").append(band);
            for (int row = 0; row < ROWS; row++) {
                key.append(':').append(Long.toHexString(POLICY.getComponent(bytes, band * ROWS + row)));
            }
            bands.add(key.toString());
        }
        return bands;
    }

    /** Whether the two tell one story. */
    public boolean isSameStory(StorySignature other) {
        return POLICY.getFractionOfEqualComponents(bytes, other.bytes) >= SAME_STORY;
    }
}
