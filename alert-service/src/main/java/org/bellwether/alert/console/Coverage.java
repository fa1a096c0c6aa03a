package org.bellwether.alert.console;

import java.util.List;
import java.util.Set;
import org.bellwether.events.SourceStatus;

/**
 * How much of what it should read the desk does read.
 *
 * @param well feeds that are read, be it with repairs
 * @param enabled feeds that are not switched off
 */
record Coverage(long well, long enabled) {

    private static final Set<SourceStatus.State> READ_WELL = Set.of(SourceStatus.State.OK, SourceStatus.State.DEGRADED);

    static Coverage of(List<SourceStatus> sources) {
        return new Coverage(
                sources.stream()
                        .filter(source -> READ_WELL.contains(source.state()))
                        .count(),
                sources.stream()
                        .filter(source -> source.state() != SourceStatus.State.DISABLED)
                        .count());
    }

    /** Whether most feeds, or all for want of any, are not read: that nothing fires then says little. */
    boolean blind() {
        return well == 0 || 2 * well < enabled;
    }
}
