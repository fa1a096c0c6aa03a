package org.bellwether.ingest.backend;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which faults of which documents have been told, so that each is told once, and again when there are others. Thread-safe. */
public final class Complaints {

    private final Map<String, List<String>> told = new ConcurrentHashMap<>();

    /**
     * Whether this is to be told; taken as told then. No faults are nothing to tell, and let a later one be news again.
     *
     * @param document that has them
     */
    public boolean isNews(String document, List<String> faults) {
        if (faults.isEmpty()) {
            told.remove(document);
            return false;
        }
        return !faults.equals(told.put(document, faults));
    }
}
