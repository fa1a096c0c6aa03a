package org.bellwether.classify.reload;

import java.util.List;
import org.bellwether.settings.Fault;

/** What came of looking at the operator's taxonomy. */
public sealed interface Reload {

    /**
     * It is in force now.
     *
     * @param before version that was in force
     * @param after version that is
     * @param added ids of issues that are new, in the file's order
     * @param removed ids of issues that are gone, in the order of the former file
     */
    record Replaced(String before, String after, List<String> added, List<String> removed) implements Reload {}

    /** The file says what is in force already. */
    record Unchanged(String version) implements Reload {}

    /**
     * It cannot be used, and the last good one stays in force.
     *
     * @param inForce version that stays
     * @param faults all of them, in the file's order
     */
    record Refused(String inForce, List<Fault> faults) implements Reload {

        /** The first fault, and how many more there are. */
        public String summary() {
            String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            return faults.get(0) + more;
        }
    }

    /** There is no file of the operator's; the shipped taxonomy is in force, and never changes. */
    record NoFile() implements Reload {}

    /** Somebody else's reload is under way. */
    record Busy() implements Reload {}
}
