package org.bellwether.alert.archive;

import org.bellwether.events.Alert;
import org.jspecify.annotations.Nullable;

/**
 * An alert and what the desk did with it.
 *
 * @param alert as it was raised
 * @param acknowledgement the first, if there is one
 */
public record ArchivedAlert(Alert alert, @Nullable Acknowledgement acknowledgement) {}
