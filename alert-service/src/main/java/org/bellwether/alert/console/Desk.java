package org.bellwether.alert.console;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.bellwether.alert.subscription.DeskConfig;
import org.bellwether.alert.text.Words;
import org.bellwether.web.Visit;
import org.bellwether.web.text.Language;
import org.bellwether.web.text.Times;

/** The desk that the pages are for: its zone and its public address. */
@Singleton
final class Desk {

    private final ZoneId zone;
    private final String publicUrl;

    Desk(DeskConfig config) {
        this.zone = config.zone();
        this.publicUrl = config.publicUrl().replaceAll("/+$", "");
    }

    Page page(Visit visit, String titleKey) {
        return titled(visit, Words.in(visit.language()).of(titleKey));
    }

    Page titled(Visit visit, String title) {
        Language language = visit.language();
        return new Page(language, Words.in(language).all(), title, visit.path(), zone.getId());
    }

    Times times() {
        return new Times(zone);
    }

    ZoneId zone() {
        return zone;
    }

    String publicUrl() {
        return publicUrl;
    }
}
