package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what was mended: each kind once, with the place of the first and how many there were. */
final class Repairs {

    private record Counted(Repair first, int count) {}

    private final Map<String, Counted> byCode = new LinkedHashMap<>();

    void note(String code, String message) {
        note(code, message, null);
    }

    void note(String code, String message, @Nullable Integer line) {
        byCode.merge(
                code,
                new Counted(new Repair(code, message, line), 1),
                (known, more) -> new Counted(known.first(), known.count() + 1));
    }

    Optional<Repair> of(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Counted::first);
    }

    boolean isEmpty() {
        return byCode.isEmpty();
    }

    List<Repair> list() {
        List<Repair> repairs = new ArrayList<>();
        byCode.forEach((code, counted) -> {
            String times = counted.count() == 1 ? "" : " (" + counted.count() + " places)";
            repairs.add(new Repair(
                    code, counted.first().message() + times, counted.first().line()));
        });
        return repairs;
    }
}
