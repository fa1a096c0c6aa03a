package org.bellwether.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.bellwether.ingest.article.ArticleLimits;

/** What reading articles may cost a poll, of feeds whose catalogue entry asks for full texts. */
@ConfigMapping(prefix = "bellwether.article")
public interface ArticleSettings {

    /** Articles read with one poll at most, the newest. */
    @WithDefault("20")
    int perPoll();

    /** For all articles of one poll; those not begun by then have the feed's text at first. */
    @WithDefault("60s")
    Duration time();

    /** The limits as the article reader takes them. */
    default ArticleLimits limits() {
        return new ArticleLimits(perPoll(), time());
    }
}
