package org.bellwether.standalone.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How a service ended.
 *
 * @param service its name
 * @param exitCode 128 + signal where a signal ended it
 * @param reason the line that says most about why
 * @param lastLines what it printed last, oldest first
 * @param log where all of it stands
 */
public record Death(String service, int exitCode, String reason, List<String> lastLines, Path log) {

    public Death {
        lastLines = List.copyOf(lastLines);
    }
}
