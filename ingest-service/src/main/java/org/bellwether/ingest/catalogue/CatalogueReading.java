package org.bellwether.ingest.catalogue;

import java.util.List;
import org.bellwether.settings.Fault;

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
}
