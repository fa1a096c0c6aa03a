package org.bellwether.alert.console;

import java.util.Map;
import org.bellwether.web.text.Language;

/**
 * What every page needs.
 *
 * @param language of the fixed words
 * @param w the fixed words by key
 * @param title of the page
 * @param path it stands at
 * @param zone the desk's, by name
 */
public record Page(Language language, Map<String, String> w, String title, String path, String zone) {

    public String lang() {
        return language.tag();
    }

    /** The language one can switch to. */
    public String otherLang() {
        return (language == Language.EN ? Language.KO : Language.EN).tag();
    }
}
