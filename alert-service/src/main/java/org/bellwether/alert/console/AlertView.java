package org.bellwether.alert.console;

import java.time.ZoneId;
import org.bellwether.alert.archive.Acknowledgement;
import org.bellwether.alert.archive.ArchivedAlert;
import org.bellwether.alert.channel.AlertWords;
import org.bellwether.alert.text.Words;
import org.bellwether.events.Alert;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a page shows it.
 *
 * @param id the alert's
 * @param indicatorId whose transition it is
 * @param words what a message would say
 * @param detected when it was noticed
 * @param acknowledged by whom and when, or that nobody has
 * @param note what they said on it, possibly empty
 */
public record AlertView(
        String id, String indicatorId, AlertWords words, String detected, String acknowledged, String note) {

    public static AlertView of(ArchivedAlert archived, Language language, ZoneId zone) {
        Alert alert = archived.alert();
        Times times = new Times(zone);
        @Nullable Acknowledgement acknowledgement = archived.acknowledgement();
        Words words = Words.in(language);
        return new AlertView(
                alert.id(),
                alert.indicatorId(),
                AlertWords.of(alert, language, zone),
                times.full(alert.detectedAt()),
                acknowledgement == null
                        ? words.of("alert_unacknowledged")
                        : words.of("alert_acknowledged", acknowledgement.by(), times.full(acknowledgement.at())),
                acknowledgement == null || acknowledgement.note() == null ? "" : acknowledgement.note());
    }
}
