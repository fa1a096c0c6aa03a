package org.bellwether.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Tells whoever typed the command what happens, each line with the seconds since the start. Once the stack stops, only
 * that is told: what the parts still do meanwhile would read as if the command had not been heard.
 */
final class Progress {

    private final PrintStream out;
    private final InstantSource clock;
    private final Instant start;
    private boolean stopping;

    Progress(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
    }

    synchronized void say(String line) {
        if (!stopping) {
            print(line);
        }
    }

    /** Nothing is said from here on but how the stack stops. */
    synchronized void hush() {
        stopping = true;
    }

    /** A line about the stopping. */
    synchronized void sayStopping(String line) {
        stopping = true;
        print(line);
    }

    private void print(String line) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds, line);
        out.flush();
    }

    /** Rows of a name and what it is. */
    synchronized void table(List<Row> rows) {
        if (stopping) {
            return;
        }
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
