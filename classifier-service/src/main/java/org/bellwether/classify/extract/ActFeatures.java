package org.bellwether.classify.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.classify.extract.ActWords.Found;
import org.bellwether.classify.extract.EvidenceSentences.Nearness;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.ActorRule;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.events.TextField;

/**
 * Reads what the learned opinion on acts goes by: the taxonomy's words for acts by where they stand, the terms of the title
 * and, the nearer to the tag's evidence the more, of the text, how words end, what the headline looks like, who is named, and
 * for which issue. The features of a kind share that kind's weight, so that length does not count.
 */
public final class ActFeatures {

    /** Terms of a text beyond these are background, but for the sentences of the evidence. */
    private static final int FOREGROUND = 150;

    /** Evidence stands among these. */
    private static final int MOST_TERMS = 4_100;

    /** Words so early in a title or sentence are its verb, or close to it. */
    private static final int EARLY = 4;

    private static final double FEWEST_SHARING = 4;
    private static final float OF_ITEM = 0.12f;

    private static final long ISSUE = FeatureKey.of("act issue");
    private static final long LANGUAGE = FeatureKey.of("act language");
    private static final long PUBLISHER = FeatureKey.of("act publisher");
    private static final long[] TITLE_BEGINS = names("title's first", "title's first two");
    private static final long[] TITLE_ENDS = names("title's last", "title's last two", "title's last three");
    private static final long[] SENTENCE_ENDS = names("sentence's last", "sentence's last two");
    private static final long OF_TITLE = FeatureKey.of("title");
    private static final long OF_TEXT = FeatureKey.of("text");
    private static final long EARLY_WORDS = FeatureKey.of("early");
    private static final long LAST_WORDS = FeatureKey.of("at the end");

    private final ActWords words;
    private final Map<Integer, Long> actors = new HashMap<>();

    public ActFeatures(Taxonomy taxonomy) {
        this(taxonomy, new ActWords(taxonomy));
    }

    ActFeatures(Taxonomy taxonomy, ActWords words) {
        this.words = words;
        for (ActorRule actor : taxonomy.actors()) {
            actor.patterns().numbers().forEach(pattern -> actors.put(pattern, FeatureKey.of(actor.id())));
        }
    }

    /** Of one tag of an item. */
    public FeatureVector read(AnalysedItem item, ScoredTag tag) {
        EvidenceSentences sentences = new EvidenceSentences(item, tag);
        return read(item, tag, sentences, words.find(item, sentences));
    }

    /** The same, with what was found for it already. */
    FeatureVector read(AnalysedItem item, ScoredTag tag, EvidenceSentences sentences, List<Found> found) {
        FeatureVector features = new FeatureVector();
        Field title = item.fields().get(0);
        Field text = item.fields().get(1);
        List<long[]> terms = List.of(terms(title.text()), terms(text.text()));
        for (ActFeatureKind kind : ActFeatureKind.values()) {
            int from = features.size();
            switch (kind) {
                case WORDS -> addWords(features, found);
                case TITLE_TERM -> addTerms(features, kind, title, terms.get(0), sentences, 0);
                case TITLE_PAIR -> addTerms(features, kind, title, terms.get(0), sentences, 1);
                case TERM -> addOfAll(features, kind, item, terms, sentences, 0);
                case PAIR -> addOfAll(features, kind, item, terms, sentences, 1);
                case EDGE -> addEdges(features, text, terms, sentences);
                case TITLE_ENDING -> Endings.addTitle(features, title.text().original());
                case ENDING -> addEndings(features, text, sentences);
                case FORM -> addForm(features, title.text().original(), text.text());
                case ACTOR -> addActors(features, item, sentences);
                case CONCEPT -> addConcepts(features, tag);
            }
            double length = Math.sqrt(Math.max(FEWEST_SHARING, features.squares(from)));
            features.scale(from, (float) (kind.weight() / length));
        }
        add(features, FeatureKey.of(ISSUE, FeatureKey.of(tag.rule().id())), OF_ITEM);
        add(features, FeatureKey.of(LANGUAGE, FeatureKey.of(item.language())), OF_ITEM);
        item.kind().ifPresent(kind -> add(features, FeatureKey.of(PUBLISHER, FeatureKey.of(kind.name())), 2 * OF_ITEM));
        return features;
    }

    private static long[] terms(AnalysedText text) {
        long[] keys = new long[Math.min(MOST_TERMS, text.size())];
        Arrays.setAll(keys, position -> FeatureKey.of(text.term(position)));
        return keys;
    }

    private static void add(FeatureVector features, long key, float value) {
        features.add(key, value, FeatureVector.NOWHERE);
    }

    private static void addWords(FeatureVector features, List<Found> words) {
        for (Found found : words) {
            long family = ActFeatureKind.WORDS.key(FeatureKey.of(found.rule().id()));
            float value = found.nearness().ofFeatures();
            add(features, family, value);
            add(features, FeatureKey.of(family, found.nearness().key()), value);
            if (found.nearness() != Nearness.ELSEWHERE) {
                AnalysedText text = found.field().text();
                if (isEarly(text, found.span().first())) {
                    add(features, FeatureKey.of(FeatureKey.of(family, EARLY_WORDS), part(found)), value);
                }
                if (isLast(text, found.span().last())) {
                    add(features, FeatureKey.of(FeatureKey.of(family, LAST_WORDS), part(found)), value);
                }
            }
        }
    }

    private static long part(Found found) {
        return part(found.field());
    }

    private static long part(Field field) {
        return field.name() == TextField.TITLE ? OF_TITLE : OF_TEXT;
    }

    private static boolean isEarly(AnalysedText text, int position) {
        return position <= EARLY || text.sentence(position - EARLY - 1) != text.sentence(position);
    }

    private static boolean isLast(AnalysedText text, int position) {
        return position + 2 >= text.size() || text.sentence(position + 2) != text.sentence(position);
    }

    private static void addOfAll(
            FeatureVector features,
            ActFeatureKind kind,
            AnalysedItem item,
            List<long[]> terms,
            EvidenceSentences sentences,
            int reach) {
        for (int field = 0; field < terms.size(); field++) {
            addTerms(features, kind, item.fields().get(field), terms.get(field), sentences, reach);
        }
    }

    private static void addTerms(
            FeatureVector features,
            ActFeatureKind kind,
            Field field,
            long[] terms,
            EvidenceSentences sentences,
            int reach) {
        AnalysedText text = field.text();
        for (int i = 0; i + reach < terms.length; i++) {
            Nearness nearness = sentences.nearness(field, i);
            boolean heard = i < FOREGROUND || nearness != Nearness.ELSEWHERE;
            if (heard && (reach == 0 || text.sentence(i) == text.sentence(i + reach))) {
                long key = kind.key(terms[i]);
                add(features, reach == 0 ? key : FeatureKey.of(key, terms[i + reach]), nearness.ofFeatures());
            }
        }
    }

    private static void addEdges(FeatureVector features, Field text, List<long[]> terms, EvidenceSentences sentences) {
        long[] ofTitle = terms.get(0);
        addRun(features, TITLE_BEGINS, ofTitle, 0, 1, 1);
        addRun(features, TITLE_ENDS, ofTitle, ofTitle.length - 1, -1, 1);
        long[] ofText = terms.get(1);
        for (int i = 0; i < ofText.length; i++) {
            boolean last = i + 1 == text.text().size()
                    || text.text().sentence(i + 1) != text.text().sentence(i);
            Nearness nearness = sentences.nearness(text, i);
            if (last && nearness != Nearness.ELSEWHERE) {
                addRun(features, SENTENCE_ENDS, ofText, i, -1, nearness.ofFeatures());
            }
        }
    }

    /** The term there, then that and the next, and so on, each under its name. */
    private static void addRun(FeatureVector features, long[] names, long[] terms, int from, int step, float value) {
        long run = 0;
        for (int n = 0; n < names.length; n++) {
            int at = from + n * step;
            if (at < 0 || at >= terms.length) {
                return;
            }
            run = FeatureKey.of(run, terms[at]);
            add(features, FeatureKey.of(names[n], run), value);
        }
    }

    private static long[] names(String... names) {
        return Stream.of(names)
                .mapToLong(name -> ActFeatureKind.EDGE.key(FeatureKey.of(name)))
                .toArray();
    }

    private static void addEndings(FeatureVector features, Field field, EvidenceSentences sentences) {
        AnalysedText text = field.text();
        int first = 0;
        for (int i = 1; i <= text.size(); i++) {
            if (i == text.size() || text.sentence(i) != text.sentence(first)) {
                Nearness nearness = sentences.nearness(field, first);
                if (nearness != Nearness.ELSEWHERE) {
                    int end = i == text.size() ? text.original().length() : text.start(i);
                    Endings.addSentence(features, text.original(), text.start(first), end, nearness.ofFeatures());
                }
                first = i;
            }
        }
    }

    private static void addForm(FeatureVector features, String title, AnalysedText text) {
        ItemForm.traits(
                title,
                text.original(),
                text.size(),
                trait -> add(features, ActFeatureKind.FORM.key(FeatureKey.of(trait)), 1));
    }

    private void addActors(FeatureVector features, AnalysedItem item, EvidenceSentences sentences) {
        for (Field field : item.fields()) {
            for (int pattern : field.hits().patterns()) {
                Long actor = actors.get(pattern);
                if (actor != null) {
                    addActor(
                            features,
                            FeatureKey.of(ActFeatureKind.ACTOR.key(actor), part(field)),
                            field,
                            pattern,
                            sentences);
                }
            }
        }
    }

    private static void addActor(
            FeatureVector features, long key, Field field, int pattern, EvidenceSentences sentences) {
        for (Span span : field.hits().spans(pattern)) {
            Nearness nearness = sentences.nearness(field, span.first());
            if (nearness != Nearness.ELSEWHERE) {
                add(features, key, nearness.ofFeatures());
            }
            if (field.name() == TextField.TITLE && span.first() == 0) {
                add(features, FeatureKey.of(key, EARLY_WORDS), 1);
            }
        }
    }

    private static void addConcepts(FeatureVector features, ScoredTag tag) {
        long issue = ActFeatureKind.CONCEPT.key(FeatureKey.of(tag.rule().id()));
        for (int i = 0; i < tag.spans().size(); i++) {
            add(
                    features,
                    FeatureKey.of(issue, FeatureKey.of(tag.evidence().get(i).concept())),
                    1);
        }
    }
}
