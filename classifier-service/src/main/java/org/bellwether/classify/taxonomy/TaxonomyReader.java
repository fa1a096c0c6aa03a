package org.bellwether.classify.taxonomy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.classify.match.Matcher;
import org.bellwether.classify.match.PatternSet;
import org.bellwether.classify.text.KoreanWords;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.settings.Setting;
import org.bellwether.settings.SettingsFile;

/** Reads a taxonomy as a whole: either every part of it is right, or nothing of it is used. */
public final class TaxonomyReader {

    private static final Taxonomy.Cues NO_CUES = new Taxonomy.Cues(PatternSet.NONE, PatternSet.NONE, PatternSet.NONE);

    private TaxonomyReader() {}

    /**
     * Reads and checks all of it.
     *
     * @throws org.bellwether.settings.RefusedFileException with everything that is wrong
     */
    public static Taxonomy read(SettingsFile file) {
        return file.read(root -> taxonomy(root, file.version()));
    }

    private static Taxonomy taxonomy(Setting root, String version) {
        root.allow("lists", "gates", "actors", "acts", "cues", "issues");
        TextAnalyser analyser = TextAnalyser.knowing(KoreanWords.toTeach(patternWords(root)));
        PatternBook book = new PatternBook(
                analyser, root.optional("lists", Setting::members).orElse(Map.of()));
        RuleReader rules = new RuleReader(book);
        root.optional("gates", gates -> {
            rules.readGates(gates);
            return gates;
        });
        return new Taxonomy(
                version,
                root.required("issues", rules::issues).orElse(List.of()),
                root.optional("actors", rules::actors).orElse(List.of()),
                root.optional("acts", rules::acts).orElse(List.of()),
                root.optional("cues", rules::cues).orElse(NO_CUES),
                analyser,
                Matcher.compile(book.patterns()));
    }

    /** Patterns are the texts in lists; names and definitions are prose and would teach inflected forms. */
    private static Set<String> patternWords(Setting place) {
        Set<String> words = new HashSet<>();
        if (place.hasMembers()) {
            place.members().values().forEach(member -> words.addAll(patternWords(member)));
        } else if (place.hasElements()) {
            place.each(element -> words.addAll(
                    element.hasMembers() || element.hasElements()
                            ? patternWords(element)
                            : KoreanRoundTrip.words(element.text())));
        }
        return words;
    }
}
