package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what was mended: each kind once, with the place of the first and how many there were. */
final class Repairs {

    /** Grows in place: a document can have a repair for each of its characters. */
    private static final class Counted {
        private final Repair first;
        private int count = 1;

        private Counted(Repair first) {
            this.first = first;
        }
    }

    private final Map<String, Counted> byCode = new LinkedHashMap<>();

    void note(String code, String message) {
        note(code, message, null);
    }

    void note(String code, String message, @Nullable Integer line) {
        Counted known = byCode.get(code);
        if (known == null) {
            byCode.put(code, new Counted(new Repair(code, message, line)));
        } else {
            known.count++;
        }
    }

    Optional<Repair> of(String code) {
        return Optional.ofNullable(byCode.get(code)).map(counted -> counted.first);
    }

    boolean isEmpty() {
        return byCode.isEmpty();
    }

    List<Repair> list() {
        List<Repair> repairs = new ArrayList<>();
        byCode.forEach((code, counted) -> {
            String times = counted.count == 1 ? "" : " (" + counted.count + " places)";
            repairs.add(new Repair(code, counted.first.message() + times, counted.first.line()));
        });
        return repairs;
    }
}
