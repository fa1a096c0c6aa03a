package org.bellwether.ingest.catalogue;

import java.util.List;

/** What came of reading a catalogue file. */
public sealed interface CatalogueReading {

    /** Every line of it is right. */
    record Valid(Catalogue catalogue) implements CatalogueReading {}

    /** At least one fault; nothing of the file is used. */
    record Refused(List<Fault> faults) implements CatalogueReading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something wrong in the file.
     *
     * @param file its name
     * @param line counted from 1
     * @param path such as {@code feeds[3].zone}
     * @param reason what is wrong and what would be right
     */
    record Fault(String file, int line, String path, String reason) {

        /** {@code file, line 12, feeds[3].zone: reason}. */
        @Override
        public String toString() {
            return file + ", line " + line + ", " + path + ": " + reason;
        }
    }
}
