package org.bellwether.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.ingest.opml.OpmlImport;
import org.bellwether.ingest.opml.Outline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportViewTest {

    @ParameterizedTest
    @CsvSource({
        "http://desk:secret@post.example/feed, http://…@post.example/feed",
        "https://desk:se@cret@post.example, https://…@post.example",
        "https://post.example/@desk/feed, https://post.example/@desk/feed"
    })
    void noPasswordIsSentBack(String written, String shown) {
        Outline outline = new Outline(4, "Post", FeedMembers.NONE.with("url", written));
        OpmlImport plan = new OpmlImport(List.of(new OpmlImport.Refused(outline, "xmlUrl: no")), List.of());

        assertThat(ImportView.of(plan, true).outlines())
                .extracting(ImportView.OutlineView::url)
                .containsExactly(shown);
    }
}
