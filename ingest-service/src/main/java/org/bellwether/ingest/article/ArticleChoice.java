package org.bellwether.ingest.article;

import java.util.Optional;

/** Which of two texts of one article an item gets. Pure. */
final class ArticleChoice {

    /** Less than this is a caption, a cookie notice or a "please log in", and no article. */
    static final int LEAST_SUBSTANCE = 80;

    /** Of so many letters one that could not be read is an accident; more are the wrong charset. */
    private static final int LETTERS_A_FAULT = 100;

    private ArticleChoice() {}

    /** Why the feed's text is kept; empty when the page's is taken. */
    static Optional<ArticleText.Kept> keeps(String feedText, String pageText) {
        int page = Teaser.substance(pageText);
        int feed = Teaser.substance(feedText);
        if (page < LEAST_SUBSTANCE) {
            return Optional.of(new ArticleText.Kept("page", "the page has no text to speak of"));
        }
        if (pageText.chars().filter(c -> c == '\uFFFD').count() * LETTERS_A_FAULT > page) {
            return Optional.of(new ArticleText.Kept("page", "the page is full of what cannot be read as letters"));
        }
        if (page <= feed) {
            return Optional.of(new ArticleText.Kept(
                    "shorter", "the feed says more (" + feed + " letters) than the page (" + page + ")"));
        }
        return Optional.empty();
    }
}
