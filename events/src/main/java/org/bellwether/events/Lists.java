package org.bellwether.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list member absent from the JSON is read as an empty list. */
final class Lists {
    private Lists() {}

    static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
