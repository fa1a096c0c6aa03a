package org.bellwether.ingest.api.console;

import java.util.Map;
import org.bellwether.web.Visit;
import org.bellwether.web.text.Language;

/**
 * What every page needs.
 *
 * @param language of the fixed words
 * @param w the fixed words by key
 * @param title of the page
 * @param path it stands at
 * @param here the same with its query, ready for one more parameter
 */
public record Page(Language language, Map<String, String> w, String title, String path, String here) {

    /** A page by the key of its title. */
    static Page of(Visit visit, String titleKey, String path) {
        return titled(visit, Words.in(visit.language()).of(titleKey), path);
    }

    /** A page with a title of its own. */
    static Page titled(Visit visit, String title, String path) {
        return new Page(visit.language(), Words.in(visit.language()).all(), title, path, path + "?");
    }

    /** The same where a query leads to it. */
    Page asked(String query) {
        return new Page(language, w, title, path, path + "?" + (query.isEmpty() ? "" : query + "&"));
    }

    public String lang() {
        return language.tag();
    }

    /** The language one can switch to. */
    public String otherLang() {
        return (language == Language.EN ? Language.KO : Language.EN).tag();
    }
}
