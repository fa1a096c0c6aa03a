package org.bellwether.classify;

import java.util.List;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.Languages;
import org.bellwether.events.TextField;

/** Makes of an article what both opinions go by: its terms, and what of a taxonomy matches in them. */
public final class ItemAnalyser {

    private final Taxonomy taxonomy;

    public ItemAnalyser(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** Any article, of whatever length and content, in time that grows with its length. */
    public AnalysedItem analyse(Article article) {
        return new AnalysedItem(
                List.of(field(TextField.TITLE, article.title()), field(TextField.TEXT, article.text())),
                language(article),
                article.kind(),
                article.country());
    }

    private Field field(TextField name, String words) {
        AnalysedText text = taxonomy.analyser().analyse(words);
        return new Field(name, text, taxonomy.matcher().match(text));
    }

    private static String language(Article article) {
        String detected = Languages.detect(article.title(), article.text());
        return detected.equals(Languages.UNDETERMINED)
                ? article.language().filter(hint -> !hint.isBlank()).orElse(detected)
                : detected;
    }
}
