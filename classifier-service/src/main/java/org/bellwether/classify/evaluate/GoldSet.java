package org.bellwether.classify.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The labelled items that come with the service, all written for it. */
public enum GoldSet {
    /** Items of every issue, act and kind of figure, and ordinary ones of none: what rules are developed on. */
    SIGNALS,
    /** Items whose words are an issue's and whose meaning is not. */
    TRAPS,
    /** Both, in miniature, which nobody looks at: no rule is written against them and nothing is trained on them. */
    HELD_ASIDE,
    /** What the learned opinion learns from beside the two first and the last; rules are not written against it. */
    TRAINING,
    /** Hard cases that rules were mended by, and that are learned from as well; nothing is proved by them any more. */
    STUDIED;

    /** In the file's order. */
    public List<LabelledItem> items() {
        String file = "gold/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jsonl";
        try (InputStream in = GoldSet.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the classpath");
            }
            return LabelledItem.read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
