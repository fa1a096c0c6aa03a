package org.bellwether.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Tells whoever typed the command what happens, each line with the seconds since the start. */
final class Progress {

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant start;

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    void say(String line) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds, line);
        out.flush();
    }

    /** Rows of a name and what it is. */
    void table(List<Row> rows) {
        int widest = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        StringBuilder table = new StringBuilder("\n");
        for (Row row : rows) {
            table.append("  ")
                    .append(row.name())
                    .append(" ".repeat(widest - row.name().length() + 2))
                    .append(row.value())
                    .append('\n');
        }
        out.println(table);
        out.flush();
    }

    record Row(String name, String value) {}
}
