package org.bellwether.ingest.push;

import java.util.Optional;
import java.util.Set;
import org.bellwether.ingest.catalogue.Catalogue;

/** Which feeds there are to be pushed, as far as this instance may tell. */
public interface Roster {

    /** The catalogue of now; empty as long as it is not known what people changed of it. */
    Optional<Catalogue> catalogue();

    /**
     * Of these feeds, those that nobody polls any more. A feed that is merely not in the catalogue here is none of them:
     * another instance may have it.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    Set<String> ended(Set<String> feedIds);
}
