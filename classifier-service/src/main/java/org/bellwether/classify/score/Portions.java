package org.bellwether.classify.score;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the learned opinion hears an item in.
 *
 * @param passages in reading order, one at least
 * @param sentences each by itself, the title first; none where that would tell nothing more
 */
public record Portions<T>(List<T> passages, List<T> sentences) {

    public Portions {
        passages = List.copyOf(passages);
        sentences = List.copyOf(sentences);
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("an item is heard in one passage at least");
        }
    }

    /** Something that is heard at once. */
    public static <T> Portions<T> whole(T all) {
        return new Portions<>(List.of(all), List.of());
    }

    /** The first passage: the title and the beginning of the text. */
    public T first() {
        return passages.get(0);
    }

    /** The same of something else. */
    public <R> Portions<R> map(Function<T, R> other) {
        return new Portions<>(
                passages.stream().map(other).toList(),
                sentences.stream().map(other).toList());
    }

    /** Visits each. */
    public void each(Consumer<T> visitor) {
        passages.forEach(visitor);
        sentences.forEach(visitor);
    }
}
