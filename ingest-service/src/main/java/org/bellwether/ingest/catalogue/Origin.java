package org.bellwether.ingest.catalogue;

/** Where a feed comes from. */
public enum Origin {
    /** The file, shipped or mounted. */
    CATALOGUE,
    /** Somebody added it while the service ran. */
    API
}
