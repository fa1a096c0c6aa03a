package org.bellwether.events;

/**
 * An issue of the taxonomy in force: topic {@code issues} (compacted), key {@link #id()}; a tombstone takes it back.
 * Written by the classifier when it loads a taxonomy, so that whoever shows issues knows their names.
 *
 * @param id stable id, lower-case with hyphens
 * @param name as the desk calls it
 * @param definition what belongs to it
 * @param position in the taxonomy's own order, from 0
 * @param taxonomy content hash of the taxonomy, {@code sha256:<hex>}
 */
public record Issue(String id, LocalText name, LocalText definition, int position, String taxonomy) {}
