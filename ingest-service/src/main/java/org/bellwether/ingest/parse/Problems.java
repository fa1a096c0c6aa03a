package org.bellwether.ingest.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is doubtful: each kind once, with the first case in words and how many there were. */
final class Problems {

    private record Counted(Problem first, int count) {}

    private final Map<String, Counted> byCode = new LinkedHashMap<>();

    void warn(String code, String message) {
        add(new Problem(Problem.Severity.WARNING, code, message));
    }

    void error(String code, String message) {
        add(new Problem(Problem.Severity.ERROR, code, message));
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    private void add(Problem problem) {
        byCode.merge(
                problem.code(),
                new Counted(problem, 1),
                (known, more) -> new Counted(known.first(), known.count() + 1));
    }

    List<Problem> list() {
        List<Problem> problems = new ArrayList<>();
        for (Counted counted : byCode.values()) {
            Problem first = counted.first();
            String times = counted.count() == 1 ? "" : " (and " + (counted.count() - 1) + " more)";
            problems.add(new Problem(first.severity(), first.code(), first.message() + times));
        }
        return problems;
    }
}
