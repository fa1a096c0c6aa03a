package org.bellwether.standalone.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param name for people and for the files it leaves
 * @param command program and arguments
 * @param environment on top of this process's own
 * @param directory its working directory, made where it is not there
 * @param log takes what it prints
 * @param pid says which process it is, so that a later start knows one that was left behind
 * @param readiness answers 200 when it can do its work
 */
public record ServiceSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Path pid,
        URI readiness) {

    public ServiceSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
